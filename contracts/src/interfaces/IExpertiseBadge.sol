// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IBadgeTypes} from "./IBadgeTypes.sol";
import {IERC5484} from "./IERC5484.sol";

/// @title Soulbound badges of expertise: who knows what, according to whom, at which level and until when.
/// @notice A badge gives its holder a say. It can not be moved, sold or approved to anybody, it reaches nobody
/// without the holder's consent, and a holder has at most one badge of a type. Everything a reader needs to
/// recompute a holder's badges is in the events.
///
/// A badge comes from an issuer of its type, from members who endorse it, or from a decision. Its issuer is that
/// account, the zero address, or this contract.
///
/// A badge's id is its holder and its type: `id = uint160(holder) << 32 | badgeType`.
/// Times are Unix seconds. An expiry of zero means that the badge does not expire.
interface IExpertiseBadge is IBadgeTypes {
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

    /// @notice A badge as it stands.
    struct Badge {
        address holder;
        uint32 badgeType;
        uint8 level;
        address issuer;
        IERC5484.BurnAuth burn;
        uint64 issued;
        uint64 expires;
    }

    /// @notice One badge to mint.
    struct Grant {
        address holder;
        uint32 badgeType;
        uint8 level;
        /// The date from which the badge counts, not in the future. It also orders the consents of one holder to one
        /// type: see {mint}.
        uint64 issued;
        uint64 expires;
        /// The last second at which the holder's consent may be used.
        uint64 deadline;
    }

    /// @notice Badges of one type to mint.
    struct Batch {
        uint32 badgeType;
        Award[] awards;
    }

    /// @notice One badge of a batch: a {Grant} but for its type, and the signature of {consentDigest} by the holder's key in
    /// the compact form of EIP-2098, or zeros if the holder agreed by {agree}. `terms` is
    /// `deadline << 128 | level << 88 | issued << 38 | expires`: a word less of calldata each saves gas.
    struct Award {
        address holder;
        uint256 terms;
        bytes32 r;
        bytes32 vs;
    }

    /// @notice One member's word for a grant.
    struct Endorsement {
        address endorser;
        /// The endorser's own badge: of a type in the same domain.
        uint32 badgeType;
        /// The last second at which the endorsement may be used.
        uint64 deadline;
        /// The endorser's EIP-712 signature of {endorsementDigest}.
        bytes signature;
    }

    /// @notice The move of all badges of an address whose key is lost.
    struct Recovery {
        /// Zero if none was proposed, or none is pending any more.
        address to;
        /// From when it can be executed.
        uint64 executable;
        bool executed;
    }

    /* EVENTS */

    /// @notice A holder agreed by transaction to a badge, which is none until it is minted.
    event Agreed(
        uint256 indexed id,
        address indexed issuer,
        uint8 level,
        IERC5484.BurnAuth burn,
        uint64 issued,
        uint64 expires,
        uint64 deadline
    );

    /// @notice A holder took back what was agreed.
    event AgreementWithdrawn(uint256 indexed id);

    /// @notice A member endorsed the grant whose event follows.
    event Endorsed(uint256 indexed id, address indexed endorser, bytes32 evidence);

    /// @notice The grant whose event follows was decided.
    event Decided(uint256 indexed id, bytes32 indexed decision);

    /// @notice A holder got a badge of a type of which the holder had none.
    event Minted(uint256 indexed id, address indexed issuer, uint8 level, uint64 issued, uint64 expires);

    /// @notice A badge was issued anew at the level it had.
    event Renewed(uint256 indexed id, address indexed issuer, uint8 level, uint64 issued, uint64 expires);

    /// @notice A badge was issued anew at another level.
    event LevelChanged(uint256 indexed id, address indexed issuer, uint8 level, uint64 issued, uint64 expires);

    /// @notice A badge was taken back: by decision, or, if that is zero, by its issuer.
    event Revoked(uint256 indexed id, address indexed actor, Reason reason, bytes32 indexed decision);

    /// @notice A badge was given up by its holder.
    event Surrendered(uint256 indexed id);

    /// @notice The badges of an address are to go to another one from `executable` on, unless its key objects.
    event RecoveryProposed(address indexed from, address indexed to, uint64 executable, bytes32 indexed decision);

    /// @notice A recovery was called off: by decision, or, if that is zero, by the old key.
    event RecoveryCancelled(address indexed from, address indexed to, bytes32 indexed decision);

    /// @notice All badges of an address went to another one as they were. The first address can have none ever again.
    event Recovered(address indexed from, address indexed to);

    /* ERRORS */

    /// @notice Badges do not move, and nobody else can be allowed to move them.
    error BadgeSoulbound(uint256 id);
    /// @notice There is no badge with this id, or no longer.
    error BadgeUnknown(uint256 id);
    /// @notice Nobody issues a badge to oneself.
    error BadgeSelfIssued(address account);
    /// @notice The level is zero or above the type's levels.
    error BadgeLevel(uint32 badgeType, uint8 level);
    /// @notice The date of issue is in the future, or not later than the last one of this holder and type, or than the
    /// time at which the last badge ended. `after_` is the date that it has to be later than.
    error BadgeIssued(uint256 id, uint64 issued, uint64 after_);
    /// @notice A date is beyond what can be stored, in the year 10,680.
    error BadgeTime(uint64 issued, uint64 expires);
    /// @notice The expiry is past, or later than the type's validity allows.
    error BadgeExpires(uint256 id, uint64 expires);
    /// @notice The consent was usable until `deadline`.
    error BadgeConsentExpired(uint256 id, uint64 deadline);
    /// @notice The consent is neither the holder's signature of exactly this grant to this issuer nor, if it is empty, an
    /// agreement to it.
    error BadgeConsent(uint256 id);
    /// @notice Badges of this type can be ended by others than agreed: `burn` is who may.
    error BadgeTerms(uint32 badgeType, IERC5484.BurnAuth burn);
    /// @notice The holder has the badge already. To renew it or change its level takes a signature.
    error BadgeHeld(uint256 id);
    /// @notice Nothing is agreed about this badge.
    error BadgeNotAgreed(uint256 id);
    /// @notice The terms of an award have bits that say nothing.
    error BadgeAward(uint256 terms);
    /// @notice There is one consent for each grant.
    error BadgeConsents(uint256 grants, uint256 consents);
    /// @notice The holder has had badges of 64 types, the most that fit.
    error BadgeHolderFull(address holder);
    /// @notice The holder's badges went to another address, by which the holder is known now.
    error BadgeHolderMoved(address holder);
    /// @notice Fewer endorsements than the type asks for. If it asks for none, endorsements do not mint.
    error BadgeEndorsements(uint32 badgeType, uint256 given, uint8 needed);
    /// @notice Endorsers come in the order of their addresses, each once.
    error BadgeEndorsersUnsorted(address endorser);
    /// @notice Nobody endorses oneself.
    error BadgeSelfEndorsed(address endorser);
    /// @notice The endorser's badge is not in force, not in the type's domain, or of too low a level: an endorser needs
    /// the level that the type asks for, and never less than is endorsed.
    error BadgeEndorserLevel(address endorser, uint8 level, uint8 least);
    /// @notice The endorsement was usable until `deadline`.
    error BadgeEndorsementExpired(address endorser, uint64 deadline);
    /// @notice The endorsement is not the endorser's signature of exactly this grant.
    error BadgeEndorsement(address endorser);
    /// @notice Zero is not a reason.
    error BadgeReason();
    /// @notice The badge was granted on the terms that others, or nobody, may end it.
    error BadgeBurn(uint256 id, IERC5484.BurnAuth burn);
    /// @notice Only the holder can give a badge up.
    error BadgeNotHolder(uint256 id, address account);
    /// @notice The address has no badges to recover.
    error BadgeRecoveryEmpty(address from);
    /// @notice Badges are recovered to an address that never had any.
    error BadgeRecoveryTarget(address to);
    /// @notice The new address's consent was usable until `deadline`.
    error BadgeRecoveryExpired(address to, uint64 deadline);
    /// @notice The consent is not the new address's signature of exactly this recovery.
    error BadgeRecoveryConsent(address to);
    /// @notice No recovery is pending.
    error BadgeRecoveryUnknown(address from);
    /// @notice The old key can object until `executable`.
    error BadgeRecoveryEarly(address from, uint64 executable);
    /// @notice The objection is not the old key's signature against exactly this recovery.
    error BadgeRecoveryObjection(address from);

    /* AGREEING */

    /// @notice How long an agreement lasts.
    // solhint-disable-next-line func-name-mixedcase
    function AGREEMENT_LIFE() external view returns (uint64);

    /// @notice Agrees, as the holder, to a badge from `issuer`, this contract if it is by decision: consent for wallets that
    /// send transactions and do not sign. The badge will be dated with this moment. It is no badge until it is minted, by
    /// {mint}, {mintBatch} or {mintDecided} with an empty consent, which takes a grant of exactly what is agreed and the
    /// deadline {agreementOf}.
    /// @param burn Who may end the badge. It has to be what the type's terms say, now and when the badge is minted.
    /// @dev Another agreement about the same type takes the place of this one, and so does a badge of the type by a signed
    /// consent of the same or a later date. Holders who have the badge renew it with a signature. For a type that the holder
    /// never had, an agreement takes one of the first 32 lanes, so that half of them stay free for what is signed.
    ///
    /// Warning: a wallet shows the arguments as they are, and not what the type is called.
    function agree(uint32 badgeType, uint8 level, address issuer, IERC5484.BurnAuth burn, uint64 expires) external;

    /// @notice Takes back what the sender agreed about a type. What the sender signed about the type before can not be used
    /// any more either.
    function withdrawAgreement(uint32 badgeType) external;

    /// @notice The badge that a holder agreed to, as it will be, and until when it can be minted, which may be past. Reverts
    /// with {BadgeNotAgreed}.
    function agreementOf(uint256 id) external view returns (Badge memory badge, uint64 deadline);

    /* MINTING */

    /// @notice Mints, renews or changes the level of one badge, as an issuer, with the holder's consent.
    /// @param consent The holder's signature of {consentDigest}: 65 bytes, or whatever the holder's ERC-1271 contract
    /// takes. Empty if the holder agreed by {agree}.
    /// @dev A consent names holder, issuer, type, level and dates, so it is good for this grant alone. It can not be
    /// used twice, because a grant must be dated later than the last one of the same holder and type, and when a
    /// badge ends, that moment becomes the date to beat: what was signed before can never bring it back.
    ///
    /// Warning: a consent with a future date can be used from that date on, even after the badge ended in between.
    /// Software that asks for consent dates it with the present.
    ///
    /// Warning: holders that are contracts are asked by ERC-1271 and are not told by `onERC721Received`; there is
    /// nothing that they would have to be able to do with a badge.
    function mint(Grant calldata grant, bytes calldata consent) external;

    /// @notice Mints, renews or changes the levels of several badges as {mint} does, all or none. Their holders are keys, or
    /// agreed.
    function mintBatch(Batch[] calldata batches) external;

    /// @notice Mints, renews or changes levels by decision, with the holders' consents to an issue by this contract, as in
    /// {mint}. All or none. Owner only.
    function mintDecided(Grant[] calldata grants, bytes[] calldata consents, bytes32 decision) external;

    /// @notice Mints, renews or changes the level of one badge on the word of members. Anybody may send it: the holder
    /// and the endorsers only sign.
    /// @param request The holder's signature of {requestDigest}. It is not looked at if the holder sends this.
    /// @param evidence The digest of what the holder showed to the endorsers.
    /// @param endorsements At least as many as the type asks for, by ascending addresses, of holders of a badge that is
    /// in force now, of the type's domain, and of at least the level that the type asks for and that is endorsed.
    /// @dev An endorsement names holder, type, level, evidence and the grant's date, so it is good for one grant, and
    /// spent with it as the consent is: see {mint}.
    function mintEndorsed(
        Grant calldata grant,
        bytes calldata request,
        bytes32 evidence,
        Endorsement[] calldata endorsements
    ) external;

    /* ENDING */

    /// @notice Takes a badge back: the issuer that issued it last, while still an issuer of the type, if its burn right
    /// is the issuer's.
    function revoke(uint256 id, Reason reason) external;

    /// @notice Takes a badge back by decision, if its burn right is the issuer's, whoever issued it. Owner only.
    function revokeDecided(uint256 id, Reason reason, bytes32 decision) external;

    /// @notice Gives a badge up. Holder only, if its burn right is the holder's.
    function surrender(uint256 id) external;

    /* RECOVERY */

    /// @notice How long the old key can object.
    // solhint-disable-next-line func-name-mixedcase
    function RECOVERY_DELAY() external view returns (uint64);

    /// @notice Proposes that all badges of an address, whose key is lost, go to a new one, which agrees. Another
    /// proposal for the same address takes the place of a pending one. Owner only.
    function proposeRecovery(address from, address to, uint64 deadline, bytes calldata consent, bytes32 decision)
        external;

    /// @notice Calls a recovery off by decision. Owner only.
    function cancelRecovery(address from, bytes32 decision) external;

    /// @notice Calls a recovery off with the old key: by a transaction of its own, or by anybody's with its signature
    /// of {objectionDigest}.
    /// @dev Warning: whoever stole a key can object with it for ever. Then the badges are to be revoked by decision, and
    /// granted anew to the new address.
    function objectToRecovery(address from, bytes calldata signature) external;

    /// @notice Moves the badges that are live now, with their levels, dates, issuers and burn rights, once the delay has
    /// passed. Anybody may send it. The old address can not get a badge ever again.
    /// @dev For each badge the old token is burned and a new one minted; of our own events there is {Recovered} alone.
    function executeRecovery(address from) external;

    /// @notice The recovery that is pending for an address or was executed.
    function recoveryOf(address from) external view returns (Recovery memory);

    /* WHAT IS SIGNED */

    /// @notice What a holder signs to consent to a grant by `issuer`, this contract if it is by decision: the EIP-712
    /// digest, in the domain `{name: "Peritus", version: "1", chainId, verifyingContract}`, of
    /// `Consent(address holder,address issuer,uint32 badgeType,string badge,uint8 level,string burn,uint64 issued,uint64 expires,uint64 deadline)`.
    /// `badge` is the type's name and `burn` who may end the badge ("issuer", "holder", "issuer or holder", "nobody"),
    /// so that a wallet shows them.
    function consentDigest(Grant calldata grant, address issuer) external view returns (bytes32);

    /// @notice What a holder signs to ask for a badge on the word of endorsers:
    /// `Request(address holder,uint32 badgeType,string badge,uint8 level,string burn,bytes32 evidence,uint64 issued,uint64 expires,uint64 deadline)`.
    function requestDigest(Grant calldata grant, bytes32 evidence) external view returns (bytes32);

    /// @notice What an endorser signs:
    /// `Endorsement(address endorser,address holder,uint32 badgeType,string badge,uint8 level,bytes32 evidence,uint64 issued,uint64 deadline)`.
    function endorsementDigest(Grant calldata grant, bytes32 evidence, address endorser, uint64 deadline)
        external
        view
        returns (bytes32);

    /// @notice What the new address signs: `Recovery(address from,address to,uint64 deadline)`.
    function recoveryDigest(address from, address to, uint64 deadline) external view returns (bytes32);

    /// @notice What the old key signs to object: `Objection(address from,address to,uint64 executable)`.
    function objectionDigest(address from, address to, uint64 executable) external view returns (bytes32);

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
