const preparePage = () => prepares.forEach((prepare) => prepare());
preparePage();
