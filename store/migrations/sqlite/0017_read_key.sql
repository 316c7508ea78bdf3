-- Signs the tokens by which pages prove that they were open.
INSERT INTO secrets (name, value) VALUES ('reads', randomblob(32));
