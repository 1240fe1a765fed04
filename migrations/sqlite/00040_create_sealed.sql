-- The ballots of hidden votes, by what their entries commit to, until the entry that closes the vote brings them into the record.
-- Nothing serves this table.

-- +goose Up
CREATE TABLE sealed (
    commitment BLOB NOT NULL PRIMARY KEY,
    bytes      BLOB NOT NULL,
    CONSTRAINT sealed_commitment CHECK (length(commitment) = 32),
    CONSTRAINT sealed_bytes      CHECK (length(bytes) > 32)
) STRICT;
