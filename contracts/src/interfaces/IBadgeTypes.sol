// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC5484} from "./IERC5484.sol";

/// @title Badge types and their issuers: what is decided before anybody gets a badge.
/// @notice Only the owner changes them, and says by which decision: `decision` is the digest of the decision on
/// record, never zero, so that a reader can hold the event against the vote.
interface IBadgeTypes {
    /* TYPES */

    /// @notice What a change of a badge type can touch. It counts for grants after the change alone; a badge keeps the
    /// expiry and the burn right that it was granted with.
    struct Terms {
        /// The longest time from issue to expiry in seconds. Zero: badges of this type need not expire.
        uint64 validity;
        /// How many endorsements stand in for an issuer, at most 16. Zero: endorsements do not.
        uint8 endorsements;
        /// The least level that an endorser must hold in the type's domain. Zero if there are no endorsements.
        uint8 endorserLevel;
        /// Who may end a badge.
        IERC5484.BurnAuth burn;
    }

    /// @notice A badge type. What a badge says, domain, name and levels, never changes: make another type.
    struct BadgeType {
        /// The field of expertise, such as "safety" or "data/licensing": 1 to 64 of a-z, 0-9, "-" and "/".
        string domain;
        /// What wallets and galleries show: 1 to 64 printable ASCII characters other than `"`, `&`, `<`, `>` and `\`.
        string name;
        /// The highest level; levels count from 1.
        uint8 levels;
        /// Whether minting, renewing and changing levels have ended. Badges in force stay so until they expire.
        bool retired;
        /// How often the terms were set: 1 when the type was made.
        uint16 version;
        Terms terms;
    }

    /* EVENTS */

    /// @notice A badge type was made.
    event TypeCreated(
        uint32 indexed badgeType, string domain, string name, uint8 levels, Terms terms, bytes32 indexed decision
    );

    /// @notice The terms of a badge type were set anew.
    event TypeChanged(uint32 indexed badgeType, uint16 version, Terms terms, bytes32 indexed decision);

    /// @notice A badge type was retired.
    event TypeRetired(uint32 indexed badgeType, bytes32 indexed decision);

    /// @notice An account was allowed to issue badges of a type, or was no longer. Emitted on a change only.
    event IssuerSet(uint32 indexed badgeType, address indexed issuer, bool allowed, bytes32 indexed decision);

    /* ERRORS */

    /// @notice The owner acts by decision only: name it.
    error BadgeDecision();
    /// @notice There is no badge type with this number.
    error BadgeTypeUnknown(uint32 badgeType);
    /// @notice The badge type exists already. Zero is never a badge type.
    error BadgeTypeTaken(uint32 badgeType);
    /// @notice The badge type is retired.
    error BadgeTypeRetired(uint32 badgeType);
    /// @notice A badge type needs at least one level.
    error BadgeTypeWithoutLevels(uint32 badgeType);
    /// @notice A validity has at most 38 bits, as every time in this contract.
    error BadgeTypeValidity(uint32 badgeType, uint64 validity);
    /// @notice The text is empty, too long, or has a character that its kind of text must not have.
    error BadgeTypeText(string text);
    /// @notice At most 16 endorsements by holders of one of the type's levels, or none and no level.
    error BadgeTypeEndorsements(uint32 badgeType, uint8 endorsements, uint8 endorserLevel);
    /// @notice The account may not issue (or, having issued it, take back) badges of this type.
    error BadgeIssuer(uint32 badgeType, address account);
    /// @notice The zero address stands for endorsers and the contract's own for decisions; neither can be an issuer.
    error BadgeIssuerReserved(address account);
    /// @notice A type has had 254 issuers, counting those that are no longer. Make another type.
    error BadgeIssuersFull(uint32 badgeType);
    /// @notice The contract is never left without an owner; hand it over instead.
    error BadgeOwnerRequired();

    /* DECIDING */

    /// @notice Makes a badge type. Owner only.
    /// @dev Warning: types of one domain are peers in endorsing each other, and levels are compared by number. Give the
    /// types of a domain the same scale.
    function createType(
        uint32 badgeType,
        string calldata domain,
        string calldata name,
        uint8 levels,
        Terms calldata terms,
        bytes32 decision
    ) external;

    /// @notice Sets the terms of a type for grants from now on. Owner only.
    function changeType(uint32 badgeType, Terms calldata terms, bytes32 decision) external;

    /// @notice Ends the minting of a type for good. Owner only.
    function retireType(uint32 badgeType, bytes32 decision) external;

    /// @notice Allows an account to issue badges of a type, or ends that. Owner only.
    /// @dev Warning: an issuer that is no longer allowed can not take back what it issued either; a decision can.
    function setIssuer(uint32 badgeType, address issuer, bool allowed, bytes32 decision) external;

    /* READING */

    /// @notice A badge type. Reverts with {BadgeTypeUnknown}.
    function typeOf(uint32 badgeType) external view returns (BadgeType memory);

    /// @notice Whether an account may issue badges of a type that exists and is not retired.
    function isIssuer(uint32 badgeType, address account) external view returns (bool);
}
