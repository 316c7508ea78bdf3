// Rules that look for patterns in the text of files.

/** The same length and the same lines, but nothing on them: places in the rest stay true. */
export const blank = (text) => text.replace(/[^\n]/g, " ");

/** The line, from 1, of a place in a text. */
export const lineAt = (text, at) => text.slice(0, at).split("\n").length;

/** Remembers what was made of a text; several rules look at the same files in the same way. */
export function remembered(make) {
  const made = new Map();
  return (text) => made.get(text) ?? made.set(text, make(text)).get(text);
}

/** A violation in a file at a place in its text. */
export const violation = (file, at, what) => ({ path: file.path, line: lineAt(file.text, at), what });

/**
 * A rule against patterns. `files` chooses paths, `view` keeps what of the text counts and must keep its length,
 * `wrong` lists patterns with what to say of them; `$` stands for what was found.
 */
export function textRule({ name, home, files, view = (text) => text, wrong }) {
  const search = (file) =>
    wrong.flatMap(([pattern, what]) =>
      [...view(file.text).matchAll(pattern)].map((match) =>
        violation(file, match.index, what.replace("$", () => `\`${match[0].replace(/\s+/g, " ").trim()}\``)),
      ),
    );
  return { name, home, check: (house) => house.files.filter(({ path }) => files(path)).flatMap(search) };
}
