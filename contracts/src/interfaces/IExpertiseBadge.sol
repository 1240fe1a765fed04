// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Soulbound badges of expertise: who knows what, according to whom, at which level and until when.
/// @notice A badge gives its holder a say. It can not be moved, sold or approved to anybody, it reaches nobody
/// without the holder's signature, and a holder has at most one badge of a type. Everything a reader needs to
/// recompute a holder's badges is in the events.
///
/// A badge's id is its holder and its type: `id = uint160(holder) << 32 | badgeType`.
/// Times are Unix seconds. An expiry of zero means that the badge does not expire.
interface IExpertiseBadge {
    /* TYPES */

    /// @notice Why a badge was taken back. Zero is not a reason, so that a forgotten argument is refused.
    enum Reason {
        None,
        /// The holder did something for which the badge must go.
        Cause,
        /// It should never have been minted.
        Mistake,
        /// Another badge takes its place.
        Superseded
    }

    /// @notice A badge type. Domain, name, levels and validity never change: to change them, make another type.
    struct BadgeType {
        /// The field of expertise, such as "safety" or "data/licensing": 1 to 64 of a-z, 0-9, "-" and "/".
        string domain;
        /// What wallets and galleries show: 1 to 64 printable ASCII characters other than `"`, `&`, `<`, `>` and `\`.
        string name;
        /// The highest level; levels count from 1.
        uint8 levels;
        /// The longest time from issue to expiry in seconds. Zero: badges of this type need not expire.
        uint64 validity;
        /// Whether minting, renewing and changing levels have ended. Badges in force stay so until they expire.
        bool retired;
    }

    /// @notice A badge as it stands.
    struct Badge {
        address holder;
        uint32 badgeType;
        uint8 level;
        address issuer;
        uint64 issued;
        uint64 expires;
    }

    /// @notice One badge to mint, with its holder's consent.
    struct Grant {
        address holder;
        uint32 badgeType;
        uint8 level;
        /// The date from which the badge counts, not in the future. It also orders the consents of one holder to one
        /// type: see {mint}.
        uint64 issued;
        uint64 expires;
        /// The last second at which the consent may be used.
        uint64 deadline;
        /// The holder's EIP-712 signature of {consentDigest}: 65 bytes, or whatever the holder's ERC-1271 contract takes.
        bytes consent;
    }

    /* EVENTS */

    /// @notice A badge type was made.
    event TypeCreated(uint32 indexed badgeType, string domain, string name, uint8 levels, uint64 validity);

    /// @notice A badge type was retired.
    event TypeRetired(uint32 indexed badgeType);

    /// @notice An account was allowed to issue badges of a type, or was no longer. Emitted on a change only.
    event IssuerSet(uint32 indexed badgeType, address indexed issuer, bool allowed);

    /// @notice A holder got a badge of a type of which the holder had none.
    event Minted(uint256 indexed id, address indexed issuer, uint8 level, uint64 issued, uint64 expires);

    /// @notice A badge was issued anew at the level it had.
    event Renewed(uint256 indexed id, address indexed issuer, uint8 level, uint64 issued, uint64 expires);

    /// @notice A badge was issued anew at another level.
    event LevelChanged(uint256 indexed id, address indexed issuer, uint8 level, uint64 issued, uint64 expires);

    /// @notice A badge was taken back, by its issuer or by the owner.
    event Revoked(uint256 indexed id, address indexed actor, Reason reason);

    /// @notice A badge was given up by its holder.
    event Surrendered(uint256 indexed id);

    /* ERRORS */

    /// @notice Badges do not move, and nobody else can be allowed to move them.
    error BadgeSoulbound(uint256 id);
    /// @notice There is no badge with this id, or no longer.
    error BadgeUnknown(uint256 id);
    /// @notice There is no badge type with this number.
    error BadgeTypeUnknown(uint32 badgeType);
    /// @notice The badge type exists already. Zero is never a badge type.
    error BadgeTypeTaken(uint32 badgeType);
    /// @notice The badge type is retired.
    error BadgeTypeRetired(uint32 badgeType);
    /// @notice A badge type needs at least one level.
    error BadgeTypeWithoutLevels(uint32 badgeType);
    /// @notice A validity has at most 40 bits, as every time in this contract.
    error BadgeValidity(uint32 badgeType, uint64 validity);
    /// @notice The text is empty, too long, or has a character that its kind of text must not have.
    error BadgeText(string text);
    /// @notice The account may not issue (or, having issued it, take back) badges of this type.
    error BadgeIssuer(uint32 badgeType, address account);
    /// @notice The zero address can not be an issuer.
    error BadgeIssuerZero();
    /// @notice A type has had 255 issuers, counting those that are no longer. Make another type.
    error BadgeIssuersFull(uint32 badgeType);
    /// @notice Nobody issues a badge to oneself.
    error BadgeSelfIssued(address account);
    /// @notice The level is zero or above the type's levels.
    error BadgeLevel(uint32 badgeType, uint8 level);
    /// @notice The date of issue is in the future, or not later than the last one of this holder and type, or than the
    /// time at which the last badge ended. `after_` is the date that it has to be later than.
    error BadgeIssued(uint256 id, uint64 issued, uint64 after_);
    /// @notice The expiry is past, later than the type's validity allows, or beyond what can be stored.
    error BadgeExpires(uint256 id, uint64 expires);
    /// @notice The consent was usable until `deadline`.
    error BadgeConsentExpired(uint256 id, uint64 deadline);
    /// @notice The consent is not the holder's signature of exactly this grant to this issuer.
    error BadgeConsent(uint256 id);
    /// @notice The holder has had badges of 64 types, the most that fit.
    error BadgeHolderFull(address holder);
    /// @notice Zero is not a reason.
    error BadgeReason();
    /// @notice Only the holder can give a badge up.
    error BadgeNotHolder(uint256 id, address account);
    /// @notice The contract is never left without an owner; hand it over instead.
    error BadgeOwnerRequired();

    /* BADGE TYPES AND ISSUERS */

    /// @notice Makes a badge type. Owner only.
    function createType(uint32 badgeType, string calldata domain, string calldata name, uint8 levels, uint64 validity)
        external;

    /// @notice Ends the minting of a type for good. Owner only.
    function retireType(uint32 badgeType) external;

    /// @notice Allows an account to issue badges of a type, or ends that. Owner only.
    /// @dev Warning: an issuer that is no longer allowed can not take back what it issued either; the owner can.
    function setIssuer(uint32 badgeType, address issuer, bool allowed) external;

    /// @notice A badge type. Reverts with {BadgeTypeUnknown}.
    function typeOf(uint32 badgeType) external view returns (BadgeType memory);

    /// @notice Whether an account may issue badges of a type that exists and is not retired.
    function isIssuer(uint32 badgeType, address account) external view returns (bool);

    /* MINTING */

    /// @notice Mints, renews or changes the level of one badge, as an issuer, with the holder's consent.
    /// @dev A consent names holder, issuer, type, level and dates, so it is good for this grant alone. It can not be
    /// used twice, because a grant must be dated later than the last one of the same holder and type, and when a
    /// badge ends, that moment becomes the date to beat: what was signed before can never bring it back.
    ///
    /// Warning: a consent with a future date can be used from that date on, even after the badge ended in between.
    /// Software that asks for consent dates it with the present.
    ///
    /// Warning: holders that are contracts are asked by ERC-1271 and are not told by `onERC721Received`; there is
    /// nothing that they would have to be able to do with a badge.
    function mint(Grant calldata grant) external;

    /// @notice Mints several badges, all or none.
    function mintBatch(Grant[] calldata grants) external;

    /// @notice What a holder signs to consent to a grant by `issuer`: the EIP-712 digest of
    /// `Consent(address holder,address issuer,uint32 badgeType,string badge,uint8 level,uint64 issued,uint64 expires,uint64 deadline)`
    /// in the domain `{name: "Peritus", version: "1", chainId, verifyingContract}`. `badge` is the type's name, so
    /// that a wallet shows it. `grant.consent` is not read.
    function consentDigest(Grant calldata grant, address issuer) external view returns (bytes32);

    /* ENDING */

    /// @notice Takes a badge back: the issuer that issued it last, while still an issuer of the type, or the owner.
    function revoke(uint256 id, Reason reason) external;

    /// @notice Gives a badge up. Holder only.
    function surrender(uint256 id) external;

    /* READING */

    /// @notice The id of the badge that a holder has or would have of a type.
    function idOf(address holder, uint32 badgeType) external pure returns (uint256);

    /// @notice A badge, expired or not. Reverts with {BadgeUnknown} if it was never minted or has ended.
    function badgeOf(uint256 id) external view returns (Badge memory);

    /// @notice All badges of a holder, expired or not, in the order in which their types first reached the holder.
    function badgesOf(address holder) external view returns (Badge[] memory);

    /// @notice The level of a holder's badge of a type if it is in force now, otherwise zero.
    function levelOf(address holder, uint32 badgeType) external view returns (uint8);
}
