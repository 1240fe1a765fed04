// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {IERC165} from "@openzeppelin/contracts/interfaces/IERC165.sol";
import {IERC721} from "@openzeppelin/contracts/interfaces/IERC721.sol";
import {IERC721Metadata} from "@openzeppelin/contracts/interfaces/IERC721Metadata.sol";

import {BadgeMetadata} from "./BadgeMetadata.sol";
import {BadgeRecovery} from "./BadgeRecovery.sol";
import {BadgeText} from "./BadgeText.sol";
import {IERC5192} from "./interfaces/IERC5192.sol";
import {IERC5484} from "./interfaces/IERC5484.sol";
import {IExpertiseBadge} from "./interfaces/IExpertiseBadge.sol";
import {DECIDED, ENDORSED, Lane, MOVED, lane} from "./Lane.sol";
import {Rules} from "./Rules.sol";

/// @title Soulbound badges of expertise. See {IExpertiseBadge} for what each function promises.
/// @dev The production owner is a timelock. No function moves a badge but an executed recovery, and none calls another
/// contract but by static call: ERC-1271's, and its own {BadgeMetadata}.
contract ExpertiseBadge is BadgeRecovery, IERC721Metadata, IERC5192, IERC5484 {
    /// @inheritdoc IERC721Metadata
    string public constant name = "Peritus Expertise";

    /// @inheritdoc IERC721Metadata
    string public constant symbol = "PERITUS";

    /// @inheritdoc IExpertiseBadge
    uint64 public constant AGREEMENT_LIFE = 30 days;

    BadgeMetadata private immutable METADATA = new BadgeMetadata();

    constructor(address owner_) Ownable(owner_) {}

    /* AGREEING */

    /// @inheritdoc IExpertiseBadge
    function agree(uint32 badgeType, uint8 level, address issuer, BurnAuth burn, uint64 expires) external {
        Rules rules = _rules(badgeType);
        if (rules.burn() != burn) revert BadgeTerms(badgeType, rules.burn());
        uint8 number = issuer == address(this) ? DECIDED : _issuerNumber(badgeType, issuer);
        uint64 issued = uint64(block.timestamp);
        uint64 deadline = issued + AGREEMENT_LIFE;
        Lane next = _granted(lane(badgeType, 0, number, burn, 0, 0), level, issued, expires);
        Lane[MAX_TYPES_PER_HOLDER] storage lanes = _lanes[msg.sender];
        (uint256 place, Lane previous) = _check(lanes, msg.sender, next, deadline, issuer, rules);
        if (previous.isLive()) revert BadgeHeld(idOf(msg.sender, badgeType));
        if (previous.isUnused() && place >= MAX_TYPES_PER_HOLDER / 2) revert BadgeHolderFull(msg.sender);

        lanes[place] = next.agreed();
        emit Agreed(idOf(msg.sender, badgeType), issuer, level, burn, issued, expires, deadline);
    }

    /// @inheritdoc IExpertiseBadge
    function withdrawAgreement(uint32 badgeType) external {
        uint256 id = idOf(msg.sender, badgeType);
        (uint256 place, Lane current) = _agreement(id);
        _lanes[msg.sender][place] = current.ended(block.timestamp);
        emit AgreementWithdrawn(id);
    }

    /* MINTING */

    /// @inheritdoc IExpertiseBadge
    function mint(Grant calldata grant, bytes calldata consent) external {
        Rules rules = _rules(grant.badgeType);
        _mint(grant, rules, msg.sender, _issuerNumber(grant.badgeType, msg.sender), consent);
    }

    /// @inheritdoc IExpertiseBadge
    function mintBatch(Batch[] calldata batches) external {
        for (uint256 i = 0; i < batches.length; ++i) {
            _mintAll(batches[i].badgeType, batches[i].awards);
        }
    }

    /// @inheritdoc IExpertiseBadge
    function mintDecided(Grant[] calldata grants, bytes[] calldata consents, bytes32 decision)
        external
        decided(decision)
    {
        if (grants.length != consents.length) revert BadgeConsents(grants.length, consents.length);
        for (uint256 i = 0; i < grants.length; ++i) {
            emit Decided(idOf(grants[i].holder, grants[i].badgeType), decision);
            _mint(grants[i], _rules(grants[i].badgeType), address(this), DECIDED, consents[i]);
        }
    }

    /// @inheritdoc IExpertiseBadge
    function mintEndorsed(
        Grant calldata grant,
        bytes calldata request,
        bytes32 evidence,
        Endorsement[] calldata endorsements
    ) external {
        Rules rules = _rules(grant.badgeType);
        address holder = grant.holder;
        Lane next = _laneOf(grant, ENDORSED, rules);
        Lane[MAX_TYPES_PER_HOLDER] storage lanes = _lanes[holder];
        (uint256 place, Lane previous) = _check(lanes, holder, next, grant.deadline, address(0), rules);
        bytes32 nameHash = _nameHash(grant.badgeType);
        uint256 id = idOf(holder, grant.badgeType);
        if (msg.sender != holder) {
            bytes32 digest = _requestDigest(holder, next, evidence, grant.deadline, nameHash);
            if (!_isSignedBy(holder, digest, request)) revert BadgeConsent(id);
        }

        uint8 needed = rules.endorsements();
        if (needed == 0 || endorsements.length < needed) {
            revert BadgeEndorsements(grant.badgeType, endorsements.length, needed);
        }
        uint8 least = rules.endorserLevel();
        if (grant.level > least) least = grant.level;
        address endorser = address(0);
        for (uint256 i = 0; i < endorsements.length; ++i) {
            Endorsement calldata e = endorsements[i];
            if (e.endorser <= endorser) revert BadgeEndorsersUnsorted(e.endorser);
            endorser = e.endorser;
            _checkEndorser(holder, next.badgeType(), least, e);
            bytes32 digest = _endorsementDigest(holder, next, evidence, endorser, e.deadline, nameHash);
            if (!_isSignedBy(endorser, digest, e.signature)) revert BadgeEndorsement(endorser);
            emit Endorsed(id, endorser, evidence);
        }
        _put(lanes, place, holder, previous, next, address(0));
    }

    /* ENDING */

    /// @inheritdoc IExpertiseBadge
    function revoke(uint256 id, Reason reason) external {
        (address holder, uint256 place, Lane current) = _live(id);
        uint32 badgeType = current.badgeType();
        if (_issuerNumber(badgeType, msg.sender) != current.issuer()) revert BadgeIssuer(badgeType, msg.sender);
        _revoke(id, holder, place, current, reason, 0);
    }

    /// @inheritdoc IExpertiseBadge
    function revokeDecided(uint256 id, Reason reason, bytes32 decision) external decided(decision) {
        (address holder, uint256 place, Lane current) = _live(id);
        _revoke(id, holder, place, current, reason, decision);
    }

    /// @inheritdoc IExpertiseBadge
    function surrender(uint256 id) external {
        (address holder, uint256 place, Lane current) = _live(id);
        if (msg.sender != holder) revert BadgeNotHolder(id, msg.sender);
        IERC5484.BurnAuth burn = current.burn();
        if (burn != IERC5484.BurnAuth.OwnerOnly && burn != IERC5484.BurnAuth.Both) revert BadgeBurn(id, burn);
        _lanes[holder][place] = current.ended(block.timestamp);
        emit Surrendered(id);
        emit Transfer(holder, address(0), id);
    }

    /* READING */

    /// @inheritdoc IExpertiseBadge
    function badgeOf(uint256 id) public view returns (Badge memory) {
        (address holder,, Lane current) = _live(id);
        return _badge(holder, current);
    }

    /// @inheritdoc IExpertiseBadge
    function badgesOf(address holder) external view returns (Badge[] memory badges) {
        badges = new Badge[](_balance(holder));
        uint256 found = 0;
        for (uint256 place = 0; found < badges.length; ++place) {
            Lane current = _lanes[holder][place];
            if (current.isLive()) badges[found++] = _badge(holder, current);
        }
    }

    /// @inheritdoc IExpertiseBadge
    function agreementOf(uint256 id) external view returns (Badge memory badge, uint64 deadline) {
        (, Lane current) = _agreement(id);
        return (_badge(address(uint160(id >> 32)), current), current.issued() + AGREEMENT_LIFE);
    }

    /* ERC-721, ERC-5192, ERC-5484, ERC-165 */

    /// @notice How many badges a holder has, expired ones included.
    function balanceOf(address holder) external view returns (uint256) {
        if (holder == address(0)) revert BadgeUnknown(0);
        return _balance(holder);
    }

    /// @notice The holder, which the id names; reverts unless the badge exists.
    function ownerOf(uint256 id) external view returns (address holder) {
        (holder,,) = _live(id);
    }

    /// @inheritdoc IERC721Metadata
    function tokenURI(uint256 id) external view returns (string memory) {
        Badge memory badge = badgeOf(id);
        return METADATA.uri(typeOf(badge.badgeType), badge);
    }

    /// @inheritdoc IERC5192
    function locked(uint256 id) external view returns (bool) {
        _live(id);
        return true;
    }

    /// @inheritdoc IERC5484
    function burnAuth(uint256 id) external view returns (BurnAuth) {
        (,, Lane current) = _live(id);
        return current.burn();
    }

    /// @notice Nobody; reverts unless the badge exists.
    function getApproved(uint256 id) external view returns (address) {
        _live(id);
        return address(0);
    }

    /// @notice Never.
    function isApprovedForAll(address, address) external pure returns (bool) {
        return false;
    }

    /// @notice Always reverts: a badge is soulbound.
    function transferFrom(address, address, uint256 id) external pure {
        revert BadgeSoulbound(id);
    }

    /// @notice Always reverts: a badge is soulbound.
    function safeTransferFrom(address, address, uint256 id) external pure {
        revert BadgeSoulbound(id);
    }

    /// @notice Always reverts: a badge is soulbound.
    function safeTransferFrom(address, address, uint256 id, bytes calldata) external pure {
        revert BadgeSoulbound(id);
    }

    /// @notice Always reverts: a badge is soulbound.
    function approve(address, uint256 id) external pure {
        revert BadgeSoulbound(id);
    }

    /// @notice Always reverts: badges are soulbound.
    function setApprovalForAll(address, bool) external pure {
        revert BadgeSoulbound(0);
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 id) external pure returns (bool) {
        return id == type(IERC165).interfaceId || id == type(IERC721).interfaceId
            || id == type(IERC721Metadata).interfaceId || id == type(IERC5192).interfaceId
            || id == type(IERC5484).interfaceId;
    }

    /* INTERNAL */

    function _mintAll(uint32 badgeType, Award[] calldata awards) private {
        Rules rules = _rules(badgeType);
        Lane source = lane(badgeType, 0, _issuerNumber(badgeType, msg.sender), rules.burn(), 0, 0);
        bytes32 nameHash = _nameHash(badgeType);
        bytes32 burnHash = BadgeText.burnHash(rules.burn());
        for (uint256 i = 0; i < awards.length; ++i) {
            _award(source, rules, nameHash, burnHash, awards[i]);
        }
    }

    function _award(Lane source, Rules rules, bytes32 nameHash, bytes32 burnHash, Award calldata award) private {
        address holder = award.holder;
        Lane next = source.awarded(award.terms);
        uint64 deadline = uint64(award.terms >> 128);
        Lane[MAX_TYPES_PER_HOLDER] storage lanes = _lanes[holder];
        (uint256 place, Lane previous) = _check(lanes, holder, next, deadline, msg.sender, rules);
        if (award.r != 0 || !_isAgreed(previous, next, deadline)) {
            bytes32 digest = _consentDigest(holder, msg.sender, next, deadline, nameHash, burnHash);
            if (!_isSignedByKey(holder, digest, award.r, award.vs)) {
                revert BadgeConsent(idOf(holder, next.badgeType()));
            }
        }
        _put(lanes, place, holder, previous, next, msg.sender);
    }

    /// @dev Some ERC-1271 wallets take an empty signature for what they approved before, so that an empty consent is
    /// theirs to judge if there is no agreement.
    function _mint(Grant calldata grant, Rules rules, address issuer, uint8 number, bytes calldata consent) private {
        Lane next = _laneOf(grant, number, rules);
        address holder = grant.holder;
        uint64 deadline = grant.deadline;
        Lane[MAX_TYPES_PER_HOLDER] storage lanes = _lanes[holder];
        (uint256 place, Lane previous) = _check(lanes, holder, next, deadline, issuer, rules);
        if (consent.length != 0 || !_isAgreed(previous, next, deadline)) {
            bytes32 nameHash = _nameHash(next.badgeType());
            bytes32 burnHash = BadgeText.burnHash(rules.burn());
            bytes32 digest = _consentDigest(holder, issuer, next, deadline, nameHash, burnHash);
            if (!_isSignedBy(holder, digest, consent)) revert BadgeConsent(idOf(holder, next.badgeType()));
        }
        _put(lanes, place, holder, previous, next, issuer);
    }

    /// @dev Whether the holder agreed, by transaction, to exactly the badge of `next`.
    function _isAgreed(Lane previous, Lane next, uint64 deadline) private pure returns (bool) {
        return Lane.unwrap(previous) == Lane.unwrap(next.agreed()) && deadline == next.issued() + AGREEMENT_LIFE;
    }

    /// @dev Whether an endorser may endorse a badge of a type. `least` is the level that it takes.
    function _checkEndorser(address holder, uint32 badgeType, uint8 least, Endorsement calldata e) private view {
        if (e.endorser == holder) revert BadgeSelfEndorsed(e.endorser);
        if (block.timestamp > e.deadline) revert BadgeEndorsementExpired(e.endorser, e.deadline);
        uint8 level = _isSameDomain(e.badgeType, badgeType) ? levelOf(e.endorser, e.badgeType) : 0;
        if (level < least) revert BadgeEndorserLevel(e.endorser, level, least);
    }

    /// @dev What is checked of a grant, and of an agreement to one, besides the consent. A holder has no lane of the type
    /// yet, or one of a badge that ended or was agreed to, or one of a live badge; in each case the date of issue must beat
    /// the lane's (zero for a new lane).
    function _check(
        Lane[MAX_TYPES_PER_HOLDER] storage lanes,
        address holder,
        Lane next,
        uint64 deadline,
        address issuer,
        Rules rules
    ) private view returns (uint256 place, Lane previous) {
        uint32 badgeType = next.badgeType();
        uint256 id = idOf(holder, badgeType);
        uint8 level = next.level();
        uint64 issued = next.issued();
        if (rules.isRetired()) revert BadgeTypeRetired(badgeType);
        if (holder == issuer) revert BadgeSelfIssued(issuer);
        if (level == 0 || level > rules.levels()) revert BadgeLevel(badgeType, level);

        (place, previous) = _find(lanes, badgeType);
        if (place == MAX_TYPES_PER_HOLDER) revert BadgeHolderFull(holder);
        if (issued > block.timestamp || issued <= previous.beaten()) {
            if (Lane.unwrap(previous) == Lane.unwrap(MOVED)) revert BadgeHolderMoved(holder);
            revert BadgeIssued(id, issued, previous.beaten());
        }
        if (!_isExpiryAllowed(issued, next.expires(), rules.validity())) revert BadgeExpires(id, next.expires());
        if (block.timestamp > deadline) revert BadgeConsentExpired(id, deadline);
    }

    function _isExpiryAllowed(uint64 issued, uint64 expires, uint64 validity) private view returns (bool) {
        if (expires == 0) return validity == 0;
        return expires > block.timestamp && (validity == 0 || expires <= issued + validity);
    }

    /// @dev Effect and events of one grant that is checked and consented to.
    function _put(
        Lane[MAX_TYPES_PER_HOLDER] storage lanes,
        uint256 place,
        address holder,
        Lane previous,
        Lane next,
        address issuer
    ) private {
        uint256 id = idOf(holder, next.badgeType());
        lanes[place] = next;
        if (!previous.isLive()) {
            emit Minted(id, issuer, next.level(), next.issued(), next.expires());
            emit Transfer(address(0), holder, id);
            emit Locked(id);
        } else if (previous.level() == next.level()) {
            emit Renewed(id, issuer, next.level(), next.issued(), next.expires());
        } else {
            emit LevelChanged(id, issuer, next.level(), next.issued(), next.expires());
        }
        emit Issued(issuer, holder, id, next.burn());
    }

    /// @dev The lane of an agreement that is outstanding, or lapsed.
    function _agreement(uint256 id) private view returns (uint256 place, Lane current) {
        (place, current) = _find(_lanes[address(uint160(id >> 32))], uint32(id));
        if (id >> 192 != 0 || !current.isAgreed()) revert BadgeNotAgreed(id);
    }

    /// @dev A decision stands for the issuer: what the issuer could not end, no decision can.
    function _revoke(uint256 id, address holder, uint256 place, Lane current, Reason reason, bytes32 decision) private {
        if (reason == Reason.None) revert BadgeReason();
        IERC5484.BurnAuth burn = current.burn();
        if (burn != IERC5484.BurnAuth.IssuerOnly && burn != IERC5484.BurnAuth.Both) revert BadgeBurn(id, burn);
        _lanes[holder][place] = current.ended(block.timestamp);
        emit Revoked(id, msg.sender, reason, decision);
        emit Transfer(holder, address(0), id);
    }

    function _badge(address holder, Lane current) private view returns (Badge memory) {
        return Badge({
            holder: holder,
            badgeType: current.badgeType(),
            level: current.level(),
            issuer: _issuer(current.badgeType(), current.issuer()),
            burn: current.burn(),
            issued: current.issued(),
            expires: current.expires()
        });
    }
}
