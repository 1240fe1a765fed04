-- The governed state, as the log leads to it. Every row is written in the transaction of the entry that changed it, by
-- nothing but the reducer, and can be rebuilt from the log: `peritus verify` does that and compares.
--
-- data is canonical JSON and holds the whole; the columns beside it are what is searched for.

-- +goose Up
CREATE TABLE proposals (
    digest    BYTEA  NOT NULL PRIMARY KEY,
    idx       BIGINT NOT NULL UNIQUE,
    proposer  BYTEA  NOT NULL,
    submitted BIGINT NOT NULL,
    status    TEXT   COLLATE "C" NOT NULL,
    data      TEXT   COLLATE "C" NOT NULL,
    CONSTRAINT proposals_digest   CHECK (octet_length(digest) = 32),
    CONSTRAINT proposals_proposer CHECK (octet_length(proposer) = 20),
    CONSTRAINT proposals_status   CHECK (status <> '')
);
CREATE INDEX proposals_by_status ON proposals (status, submitted);

-- Every ballot that was accepted, in the log's order. A voter's ballot with the highest sequence is the one that counts;
-- that a sequence is used once is said here too, beside the reducer. A proposal is named by its idx: the index is written at
-- random places by every vote, and with 32-byte digests it would be twice as large.
CREATE TABLE ballots (
    idx      BIGINT NOT NULL PRIMARY KEY,
    proposal BIGINT NOT NULL,
    voter    BYTEA  NOT NULL,
    sequence BIGINT NOT NULL,
    hash     BYTEA  NOT NULL,
    choice   TEXT   COLLATE "C" NOT NULL,
    UNIQUE (proposal, voter, sequence),
    CONSTRAINT ballots_voter    CHECK (octet_length(voter) = 20),
    CONSTRAINT ballots_sequence CHECK (sequence BETWEEN 1 AND 9007199254740991),
    CONSTRAINT ballots_hash     CHECK (octet_length(hash) = 32),
    CONSTRAINT ballots_choice   CHECK (choice <> '')
);

CREATE TABLE badge_types (
    id     BIGINT NOT NULL PRIMARY KEY,
    domain TEXT   COLLATE "C" NOT NULL,
    data   TEXT   COLLATE "C" NOT NULL,
    CONSTRAINT badge_types_domain CHECK (domain <> '')
);

CREATE TABLE badges (
    holder BYTEA  NOT NULL,
    type   BIGINT NOT NULL,
    data   TEXT   COLLATE "C" NOT NULL,
    PRIMARY KEY (holder, type),
    CONSTRAINT badges_holder CHECK (octet_length(holder) = 20)
);
CREATE INDEX badges_by_type ON badges (type);

-- The current version of each document.
CREATE TABLE heads (
    name   TEXT  COLLATE "C" NOT NULL PRIMARY KEY,
    digest BYTEA NOT NULL,
    data   TEXT  COLLATE "C" NOT NULL,
    CONSTRAINT heads_name   CHECK (name <> ''),
    CONSTRAINT heads_digest CHECK (octet_length(digest) = 32)
);

CREATE TABLE anchors (
    idx  BIGINT NOT NULL PRIMARY KEY,
    size BIGINT NOT NULL UNIQUE,
    data TEXT   COLLATE "C" NOT NULL
);

CREATE TABLE releases (
    channel  TEXT   COLLATE "C" NOT NULL,
    sequence BIGINT NOT NULL,
    data     TEXT   COLLATE "C" NOT NULL,
    PRIMARY KEY (channel, sequence),
    CONSTRAINT releases_channel  CHECK (channel <> ''),
    CONSTRAINT releases_sequence CHECK (sequence >= 1)
);

CREATE TABLE nodes (
    address BYTEA NOT NULL,
    channel TEXT  COLLATE "C" NOT NULL,
    data    TEXT  COLLATE "C" NOT NULL,
    PRIMARY KEY (address, channel),
    CONSTRAINT nodes_address CHECK (octet_length(address) = 20)
);
