-- The governed state, as the log leads to it. Every row is written in the transaction of the entry that changed it, by
-- nothing but the reducer, and can be rebuilt from the log: `peritus verify` does that and compares.
--
-- data is canonical JSON and holds the whole; the columns beside it are what is searched for.

-- +goose Up
CREATE TABLE proposals (
    digest    BLOB    NOT NULL PRIMARY KEY,
    idx       INTEGER NOT NULL UNIQUE,
    proposer  BLOB    NOT NULL,
    submitted INTEGER NOT NULL,
    status    TEXT    NOT NULL,
    data      TEXT    NOT NULL,
    CONSTRAINT proposals_digest   CHECK (length(digest) = 32),
    CONSTRAINT proposals_proposer CHECK (length(proposer) = 20),
    CONSTRAINT proposals_status   CHECK (status <> '')
) STRICT;
CREATE INDEX proposals_by_status ON proposals (status, submitted);

-- Every ballot that was accepted, in the log's order. A voter's ballot with the highest sequence is the one that counts;
-- that a sequence is used once is said here too, beside the reducer. A proposal is named by its idx: the index is written at
-- random places by every vote, and with 32-byte digests it would be twice as large.
CREATE TABLE ballots (
    idx      INTEGER NOT NULL PRIMARY KEY,
    proposal INTEGER NOT NULL,
    voter    BLOB    NOT NULL,
    sequence INTEGER NOT NULL,
    hash     BLOB    NOT NULL,
    choice   TEXT    NOT NULL,
    UNIQUE (proposal, voter, sequence),
    CONSTRAINT ballots_voter    CHECK (length(voter) = 20),
    CONSTRAINT ballots_sequence CHECK (sequence BETWEEN 1 AND 9007199254740991),
    CONSTRAINT ballots_hash     CHECK (length(hash) = 32),
    CONSTRAINT ballots_choice   CHECK (choice <> '')
) STRICT;

CREATE TABLE badge_types (
    id     INTEGER NOT NULL PRIMARY KEY,
    domain TEXT    NOT NULL,
    data   TEXT    NOT NULL,
    CONSTRAINT badge_types_domain CHECK (domain <> '')
) STRICT;

CREATE TABLE badges (
    holder BLOB    NOT NULL,
    type   INTEGER NOT NULL,
    data   TEXT    NOT NULL,
    PRIMARY KEY (holder, type),
    CONSTRAINT badges_holder CHECK (length(holder) = 20)
) STRICT;
CREATE INDEX badges_by_type ON badges (type);

-- The current version of each document.
CREATE TABLE heads (
    name   TEXT NOT NULL PRIMARY KEY,
    digest BLOB NOT NULL,
    data   TEXT NOT NULL,
    CONSTRAINT heads_name   CHECK (name <> ''),
    CONSTRAINT heads_digest CHECK (length(digest) = 32)
) STRICT;

CREATE TABLE anchors (
    idx  INTEGER NOT NULL PRIMARY KEY,
    size INTEGER NOT NULL UNIQUE,
    data TEXT    NOT NULL
) STRICT;

CREATE TABLE releases (
    channel  TEXT    NOT NULL,
    sequence INTEGER NOT NULL,
    data     TEXT    NOT NULL,
    PRIMARY KEY (channel, sequence),
    CONSTRAINT releases_channel  CHECK (channel <> ''),
    CONSTRAINT releases_sequence CHECK (sequence >= 1)
) STRICT;

CREATE TABLE nodes (
    address BLOB NOT NULL,
    channel TEXT NOT NULL,
    data    TEXT NOT NULL,
    PRIMARY KEY (address, channel),
    CONSTRAINT nodes_address CHECK (length(address) = 20)
) STRICT;
