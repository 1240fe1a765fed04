-- The ballots of hidden votes, by what their entries commit to, until the entry that closes the vote brings them into the record.
-- Nothing serves this table.

-- +goose Up
CREATE TABLE sealed (
    commitment BYTEA NOT NULL PRIMARY KEY,
    bytes      BYTEA NOT NULL,
    CONSTRAINT sealed_commitment CHECK (octet_length(commitment) = 32),
    CONSTRAINT sealed_bytes      CHECK (octet_length(bytes) > 32)
);
