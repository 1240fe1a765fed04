-- The schema that the steps lead to on either database. Written by make generate; read by reviewers and by TestSchema.

CREATE TABLE acts (
    idx BIGINT NOT NULL,
    proposal BYTEA NOT NULL,
    member BYTEA NOT NULL,
    sequence BIGINT NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (idx)
);
-- INDEX (proposal, idx)
-- UNIQUE (member, sequence)
-- CHECK acts_member
-- CHECK acts_proposal
-- CHECK acts_sequence

CREATE TABLE anchors (
    idx BIGINT NOT NULL,
    size BIGINT NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (idx)
);
-- UNIQUE (size)

CREATE TABLE badge_types (
    id BIGINT NOT NULL,
    domain TEXT NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (id)
);
-- CHECK badge_types_domain

CREATE TABLE badges (
    holder BYTEA NOT NULL,
    type BIGINT NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (holder, type)
);
-- INDEX (type)
-- CHECK badges_holder

CREATE TABLE ballots (
    idx BIGINT NOT NULL,
    proposal BIGINT NOT NULL,
    voter BYTEA NOT NULL,
    sequence BIGINT NOT NULL,
    hash BYTEA NOT NULL,
    choice TEXT NOT NULL,
    PRIMARY KEY (idx)
);
-- UNIQUE (proposal, voter, sequence)
-- CHECK ballots_choice
-- CHECK ballots_hash
-- CHECK ballots_sequence
-- CHECK ballots_voter

CREATE TABLE blobs (
    digest BYTEA NOT NULL,
    bytes BYTEA NOT NULL,
    PRIMARY KEY (digest)
);
-- CHECK blobs_digest

CREATE TABLE checkpoint (
    id BIGINT NOT NULL,
    size BIGINT NOT NULL,
    root BYTEA NOT NULL,
    note BYTEA NOT NULL,
    PRIMARY KEY (id)
);
-- CHECK checkpoint_id
-- CHECK checkpoint_root
-- CHECK checkpoint_size

CREATE TABLE cosignatures (
    channel TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    cosigner TEXT NOT NULL,
    statement BYTEA NOT NULL,
    signature BYTEA NOT NULL,
    received BIGINT NOT NULL,
    PRIMARY KEY (channel, sequence, cosigner)
);
-- CHECK cosignatures_sequence
-- CHECK cosignatures_statement

CREATE TABLE entries (
    idx BIGINT NOT NULL,
    bytes BYTEA NOT NULL,
    PRIMARY KEY (idx)
);
-- CHECK entries_bytes
-- CHECK entries_idx

CREATE TABLE hashes (
    id BIGINT NOT NULL,
    hash BYTEA NOT NULL,
    PRIMARY KEY (id)
);
-- CHECK hashes_hash
-- CHECK hashes_id

CREATE TABLE heads (
    name TEXT NOT NULL,
    digest BYTEA NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (name)
);
-- CHECK heads_digest
-- CHECK heads_name

CREATE TABLE nodes (
    address BYTEA NOT NULL,
    channel TEXT NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (address, channel)
);
-- CHECK nodes_address

CREATE TABLE nonces (
    nonce TEXT NOT NULL,
    host TEXT NOT NULL,
    address BYTEA NOT NULL,
    expires BIGINT NOT NULL,
    PRIMARY KEY (nonce)
);
-- INDEX (expires)
-- CHECK nonces_address
-- CHECK nonces_nonce

CREATE TABLE outbox (
    hash BYTEA NOT NULL,
    nonce BIGINT NOT NULL,
    size BIGINT NOT NULL,
    root BYTEA NOT NULL,
    tip BIGINT NOT NULL,
    cap BIGINT NOT NULL,
    raw BYTEA NOT NULL,
    created BIGINT NOT NULL,
    settled BIGINT NOT NULL,
    PRIMARY KEY (hash)
);
-- INDEX (settled, nonce)
-- CHECK outbox_hash
-- CHECK outbox_root
-- CHECK outbox_settled

CREATE TABLE proposals (
    digest BYTEA NOT NULL,
    idx BIGINT NOT NULL,
    proposer BYTEA NOT NULL,
    submitted BIGINT NOT NULL,
    status TEXT NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (digest)
);
-- INDEX (status, submitted)
-- UNIQUE (idx)
-- CHECK proposals_digest
-- CHECK proposals_proposer
-- CHECK proposals_status

CREATE TABLE releases (
    channel TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (channel, sequence)
);
-- CHECK releases_channel
-- CHECK releases_sequence

CREATE TABLE sealed (
    commitment BYTEA NOT NULL,
    bytes BYTEA NOT NULL,
    PRIMARY KEY (commitment)
);
-- CHECK sealed_bytes
-- CHECK sealed_commitment

CREATE TABLE sessions (
    token BYTEA NOT NULL,
    address BYTEA NOT NULL,
    expires BIGINT NOT NULL,
    PRIMARY KEY (token)
);
-- INDEX (expires)
-- CHECK sessions_address
-- CHECK sessions_token

CREATE TABLE tuf_files (
    name TEXT NOT NULL,
    bytes BYTEA NOT NULL,
    PRIMARY KEY (name)
);
-- CHECK tuf_files_name
