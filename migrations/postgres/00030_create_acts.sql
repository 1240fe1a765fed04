-- What members did about proposals beside voting, in the log's order. data is the whole as canonical JSON, as in the other
-- tables of the governed state.

-- +goose Up
CREATE TABLE acts (
    idx      BIGINT NOT NULL PRIMARY KEY,
    proposal BYTEA  NOT NULL,
    member   BYTEA  NOT NULL,
    sequence BIGINT NOT NULL,
    data     TEXT   COLLATE "C" NOT NULL,
    UNIQUE (member, sequence),
    CONSTRAINT acts_proposal CHECK (octet_length(proposal) = 32),
    CONSTRAINT acts_member   CHECK (octet_length(member) = 20),
    CONSTRAINT acts_sequence CHECK (sequence BETWEEN 1 AND 9007199254740991)
);
CREATE INDEX acts_by_proposal ON acts (proposal, idx);
