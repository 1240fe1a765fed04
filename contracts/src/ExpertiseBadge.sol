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
import {DECIDED, ENDORSED, Lane, MAX_TIME, MOVED, lane} from "./Lane.sol";
import {Rules} from "./Rules.sol";

/// @title Soulbound badges of expertise. See {IExpertiseBadge} for what each function promises.
/// @dev The production owner is a timelock. No function moves a badge but an executed recovery, and none calls another
/// contract but by static call: ERC-1271's, and its own {BadgeMetadata}.
contract ExpertiseBadge is BadgeRecovery, IERC721Metadata, IERC5192, IERC5484 {
    /// @inheritdoc IERC721Metadata
    string public constant name = "Peritus Expertise";

    /// @inheritdoc IERC721Metadata
    string public constant symbol = "PERITUS";

    BadgeMetadata private immutable METADATA = new BadgeMetadata();

    constructor(address owner_) Ownable(owner_) {}

    /* MINTING */

    /// @inheritdoc IExpertiseBadge
    function mint(Grant calldata grant, bytes calldata consent) external {
        Minting memory m = _byIssuer(grant.badgeType);
        _checkConsent(grant, m, consent);
        _grant(grant, m);
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
            Minting memory m = _minting(grants[i].badgeType, DECIDED, address(this));
            _checkConsent(grants[i], m, consents[i]);
            emit Decided(_id(grants[i]), decision);
            _grant(grants[i], m);
        }
    }

    /// @inheritdoc IExpertiseBadge
    function mintEndorsed(
        Grant calldata grant,
        bytes calldata request,
        bytes32 evidence,
        Endorsement[] calldata endorsements
    ) external {
        Minting memory m = _minting(grant.badgeType, ENDORSED, address(0));
        bytes32 digest = _requestDigest(grant, evidence, m.nameHash, m.burnHash);
        if (!_isSignedBy(grant.holder, digest, request)) revert BadgeConsent(_id(grant));

        uint8 needed = m.rules.endorsements();
        if (needed == 0 || endorsements.length < needed) {
            revert BadgeEndorsements(grant.badgeType, endorsements.length, needed);
        }
        address previous = address(0);
        for (uint256 i = 0; i < endorsements.length; ++i) {
            address endorser = endorsements[i].endorser;
            if (endorser <= previous) revert BadgeEndorsersUnsorted(endorser);
            previous = endorser;
            _checkEndorsement(grant, m, evidence, endorsements[i]);
            emit Endorsed(_id(grant), endorser, evidence);
        }
        _grant(grant, m);
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

    /// @dev What the grants of one type from one source have in common.
    struct Minting {
        address issuer;
        uint8 number;
        Rules rules;
        bytes32 nameHash;
        bytes32 burnHash;
    }

    function _minting(uint32 badgeType, uint8 number, address issuer) private view returns (Minting memory) {
        (TypeRecord storage t, Rules rules) = _type(badgeType);
        return Minting(issuer, number, rules, t.nameHash, BadgeText.burnHash(rules.burn()));
    }

    function _byIssuer(uint32 badgeType) private view returns (Minting memory m) {
        m = _minting(badgeType, 0, msg.sender);
        m.number = _issuerNumber(badgeType, msg.sender);
    }

    function _mintAll(uint32 badgeType, Award[] calldata awards) private {
        Minting memory m = _byIssuer(badgeType);
        for (uint256 i = 0; i < awards.length; ++i) {
            Award calldata a = awards[i];
            Grant memory grant = Grant(a.holder, badgeType, a.level, a.issued, a.expires, a.deadline);
            bytes32 digest = _consentDigest(grant, m.issuer, m.nameHash, m.burnHash);
            if (!_isSignedByKey(grant.holder, digest, a.r, a.vs)) revert BadgeConsent(_id(grant));
            _grant(grant, m);
        }
    }

    function _checkConsent(Grant calldata grant, Minting memory m, bytes calldata consent) private view {
        bytes32 digest = _consentDigest(grant, m.issuer, m.nameHash, m.burnHash);
        if (!_isSignedBy(grant.holder, digest, consent)) revert BadgeConsent(_id(grant));
    }

    /// @dev Whether one endorser may, and does, endorse a grant.
    function _checkEndorsement(Grant calldata grant, Minting memory m, bytes32 evidence, Endorsement calldata e)
        private
        view
    {
        if (e.endorser == grant.holder) revert BadgeSelfEndorsed(e.endorser);
        if (block.timestamp > e.deadline) revert BadgeEndorsementExpired(e.endorser, e.deadline);
        uint8 level = _isSameDomain(e.badgeType, grant.badgeType) ? levelOf(e.endorser, e.badgeType) : 0;
        uint8 least = m.rules.endorserLevel();
        if (grant.level > least) least = grant.level;
        if (level < least) revert BadgeEndorserLevel(e.endorser, level, least);
        bytes32 digest = _endorsementDigest(grant, evidence, e.endorser, e.deadline, m.nameHash);
        if (!_isSignedBy(e.endorser, digest, e.signature)) revert BadgeEndorsement(e.endorser);
    }

    /// @dev Checks, effect and events of one grant that the holder agreed to. A holder has no lane of the type yet, or
    /// one of a badge that ended, or one of a live badge; in each case the date of issue must beat the lane's (zero for a
    /// new lane).
    function _grant(Grant memory grant, Minting memory m) private {
        uint256 id = _id(grant);
        address issuer = m.issuer;
        Rules rules = m.rules;
        if (rules.isRetired()) revert BadgeTypeRetired(grant.badgeType);
        if (grant.holder == issuer) revert BadgeSelfIssued(issuer);
        if (grant.level == 0 || grant.level > rules.levels()) revert BadgeLevel(grant.badgeType, grant.level);

        Lane[MAX_TYPES_PER_HOLDER] storage lanes = _lanes[grant.holder];
        (uint256 place, Lane previous) = _find(lanes, grant.badgeType);
        if (place == MAX_TYPES_PER_HOLDER) revert BadgeHolderFull(grant.holder);
        if (grant.issued > block.timestamp || grant.issued <= previous.issued()) {
            if (Lane.unwrap(previous) == Lane.unwrap(MOVED)) revert BadgeHolderMoved(grant.holder);
            revert BadgeIssued(id, grant.issued, previous.issued());
        }
        if (!_isExpiryAllowed(grant, rules.validity())) revert BadgeExpires(id, grant.expires);
        if (block.timestamp > grant.deadline) revert BadgeConsentExpired(id, grant.deadline);

        IERC5484.BurnAuth burn = rules.burn();
        lanes[place] = lane(grant.badgeType, grant.level, m.number, burn, grant.issued, grant.expires);
        if (!previous.isLive()) {
            emit Minted(id, issuer, grant.level, grant.issued, grant.expires);
            emit Transfer(address(0), grant.holder, id);
            emit Locked(id);
        } else if (previous.level() == grant.level) {
            emit Renewed(id, issuer, grant.level, grant.issued, grant.expires);
        } else {
            emit LevelChanged(id, issuer, grant.level, grant.issued, grant.expires);
        }
        emit Issued(issuer, grant.holder, id, burn);
    }

    function _id(Grant memory grant) private pure returns (uint256) {
        return idOf(grant.holder, grant.badgeType);
    }

    /// @dev Assumes that `grant.issued` is not in the future, so that the sum below can not overflow a uint256.
    function _isExpiryAllowed(Grant memory grant, uint64 validity) private view returns (bool) {
        if (grant.expires == 0) return validity == 0;
        if (grant.expires <= block.timestamp || grant.expires > MAX_TIME) return false;
        return validity == 0 || grant.expires <= uint256(grant.issued) + validity;
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
