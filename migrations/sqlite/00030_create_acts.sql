-- What members did about proposals beside voting, in the log's order. data is the whole as canonical JSON, as in the other
-- tables of the governed state.

-- +goose Up
CREATE TABLE acts (
    idx      INTEGER NOT NULL PRIMARY KEY,
    proposal BLOB    NOT NULL,
    member   BLOB    NOT NULL,
    sequence INTEGER NOT NULL,
    data     TEXT    NOT NULL,
    UNIQUE (member, sequence),
    CONSTRAINT acts_proposal CHECK (length(proposal) = 32),
    CONSTRAINT acts_member   CHECK (length(member) = 20),
    CONSTRAINT acts_sequence CHECK (sequence BETWEEN 1 AND 9007199254740991)
) STRICT;
CREATE INDEX acts_by_proposal ON acts (proposal, idx);
