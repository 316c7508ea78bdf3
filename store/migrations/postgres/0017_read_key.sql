-- Signs the tokens by which pages prove that they were open. 32 bytes, of which the generator leaves 244 bits to chance.
INSERT INTO secrets (name, value) VALUES ('reads', uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
