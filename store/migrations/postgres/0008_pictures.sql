-- A few pixels of the lead picture as a data: address; null where browsers are given the original as it is.
ALTER TABLE articles ADD COLUMN picture_placeholder TEXT;
