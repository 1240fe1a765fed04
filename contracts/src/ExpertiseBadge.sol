// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {Ownable2Step} from "@openzeppelin/contracts/access/Ownable2Step.sol";
import {IERC165} from "@openzeppelin/contracts/interfaces/IERC165.sol";
import {IERC721} from "@openzeppelin/contracts/interfaces/IERC721.sol";
import {IERC721Metadata} from "@openzeppelin/contracts/interfaces/IERC721Metadata.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";

import {BadgeMetadata} from "./BadgeMetadata.sol";
import {IERC5192} from "./interfaces/IERC5192.sol";
import {IExpertiseBadge} from "./interfaces/IExpertiseBadge.sol";
import {Lane, lane} from "./Lane.sol";

/// @title Soulbound badges of expertise. See {IExpertiseBadge} for what each function promises.
/// @dev The production owner is a timelock. No function moves a badge, and none calls another contract except for
/// the static call of ERC-1271.
contract ExpertiseBadge is IExpertiseBadge, IERC721Metadata, IERC5192, Ownable2Step, EIP712 {
    /// @notice The type of {consentDigest}'s message.
    bytes32 public constant CONSENT_TYPEHASH = keccak256(
        "Consent(address holder,address issuer,uint32 badgeType,string badge,uint8 level,uint64 issued,uint64 expires,uint64 deadline)"
    );

    /// @notice How many types of badges one holder can ever have.
    uint256 public constant MAX_TYPES_PER_HOLDER = 64;

    uint256 private constant MAX_TEXT = 64;

    /// @inheritdoc IERC721Metadata
    string public constant name = "Peritus Expertise";

    /// @inheritdoc IERC721Metadata
    string public constant symbol = "PERITUS";

    /// @dev A badge type. The first word holds all that minting checks, the second what a consent shows.
    struct TypeRecord {
        uint8 levels;
        bool retired;
        uint64 validity;
        uint8 issuers;
        bytes32 nameHash;
        string name;
        string domain;
    }

    /// @dev An issuer of one type. Its number is given once and kept, so that lanes can name it in eight bits.
    struct IssuerRecord {
        uint8 number;
        bool allowed;
    }

    mapping(uint32 badgeType => TypeRecord) private _types;

    mapping(uint32 badgeType => mapping(address account => IssuerRecord)) private _issuers;

    mapping(uint32 badgeType => mapping(uint8 number => address account)) private _issuerAt;

    /// @dev The badges of a holder, without gaps: after the first unused lane there are only unused ones. Lanes are
    /// never given back, so a type keeps its lane. Two lanes share a slot.
    mapping(address holder => Lane[MAX_TYPES_PER_HOLDER]) private _lanes;

    constructor(address owner_) Ownable(owner_) EIP712("Peritus", "1") {}

    /* BADGE TYPES AND ISSUERS */

    /// @inheritdoc IExpertiseBadge
    function createType(uint32 badgeType, string calldata domain, string calldata name_, uint8 levels, uint64 validity)
        external
        onlyOwner
    {
        TypeRecord storage t = _types[badgeType];
        if (badgeType == 0 || t.levels != 0) revert BadgeTypeTaken(badgeType);
        if (levels == 0) revert BadgeTypeWithoutLevels(badgeType);
        if (validity > type(uint40).max) revert BadgeValidity(badgeType, validity);
        _checkText(domain, _isDomainCharacter);
        _checkText(name_, _isNameCharacter);

        t.levels = levels;
        t.validity = validity;
        t.nameHash = keccak256(bytes(name_));
        t.name = name_;
        t.domain = domain;
        emit TypeCreated(badgeType, domain, name_, levels, validity);
    }

    /// @inheritdoc IExpertiseBadge
    function retireType(uint32 badgeType) external onlyOwner {
        TypeRecord storage t = _type(badgeType);
        if (t.retired) revert BadgeTypeRetired(badgeType);
        t.retired = true;
        emit TypeRetired(badgeType);
    }

    /// @inheritdoc IExpertiseBadge
    function setIssuer(uint32 badgeType, address issuer, bool allowed) external onlyOwner {
        TypeRecord storage t = _type(badgeType);
        if (issuer == address(0)) revert BadgeIssuerZero();
        IssuerRecord storage record = _issuers[badgeType][issuer];
        if (record.allowed == allowed) return;

        if (record.number == 0) {
            if (t.issuers == type(uint8).max) revert BadgeIssuersFull(badgeType);
            uint8 number = ++t.issuers;
            record.number = number;
            _issuerAt[badgeType][number] = issuer;
        }
        record.allowed = allowed;
        emit IssuerSet(badgeType, issuer, allowed);
    }

    /// @inheritdoc IExpertiseBadge
    function typeOf(uint32 badgeType) public view returns (BadgeType memory) {
        TypeRecord storage t = _type(badgeType);
        return BadgeType({domain: t.domain, name: t.name, levels: t.levels, validity: t.validity, retired: t.retired});
    }

    /// @inheritdoc IExpertiseBadge
    function isIssuer(uint32 badgeType, address account) external view returns (bool) {
        return _issuers[badgeType][account].allowed && !_types[badgeType].retired;
    }

    /* MINTING */

    /// @inheritdoc IExpertiseBadge
    function mint(Grant calldata grant) external {
        _mint(grant);
    }

    /// @inheritdoc IExpertiseBadge
    function mintBatch(Grant[] calldata grants) external {
        for (uint256 i = 0; i < grants.length; ++i) {
            _mint(grants[i]);
        }
    }

    /// @inheritdoc IExpertiseBadge
    function consentDigest(Grant calldata grant, address issuer) external view returns (bytes32) {
        return _consentDigest(grant, issuer, _type(grant.badgeType).nameHash);
    }

    /* ENDING */

    /// @inheritdoc IExpertiseBadge
    function revoke(uint256 id, Reason reason) external {
        if (reason == Reason.None) revert BadgeReason();
        (address holder, uint256 place, Lane current) = _live(id);
        if (msg.sender != owner()) {
            uint32 badgeType = current.badgeType();
            IssuerRecord memory record = _issuers[badgeType][msg.sender];
            if (!record.allowed || record.number != current.issuer()) revert BadgeIssuer(badgeType, msg.sender);
        }
        _lanes[holder][place] = current.ended(uint40(block.timestamp));
        emit Revoked(id, msg.sender, reason);
        emit Transfer(holder, address(0), id);
    }

    /// @inheritdoc IExpertiseBadge
    function surrender(uint256 id) external {
        (address holder, uint256 place, Lane current) = _live(id);
        if (msg.sender != holder) revert BadgeNotHolder(id, msg.sender);
        _lanes[holder][place] = current.ended(uint40(block.timestamp));
        emit Surrendered(id);
        emit Transfer(holder, address(0), id);
    }

    /* READING */

    /// @inheritdoc IExpertiseBadge
    function idOf(address holder, uint32 badgeType) public pure returns (uint256) {
        return (uint256(uint160(holder)) << 32) | badgeType;
    }

    /// @inheritdoc IExpertiseBadge
    function badgeOf(uint256 id) public view returns (Badge memory) {
        (address holder,, Lane current) = _live(id);
        return _badge(holder, current);
    }

    /// @inheritdoc IExpertiseBadge
    function badgesOf(address holder) external view returns (Badge[] memory badges) {
        badges = new Badge[](balanceOf(holder));
        uint256 found = 0;
        for (uint256 place = 0; found < badges.length; ++place) {
            Lane current = _lanes[holder][place];
            if (current.isLive()) badges[found++] = _badge(holder, current);
        }
    }

    /// @inheritdoc IExpertiseBadge
    function levelOf(address holder, uint32 badgeType) external view returns (uint8) {
        (, Lane current) = _find(holder, badgeType);
        uint40 expires = current.expires();
        return expires == 0 || block.timestamp < expires ? current.level() : 0;
    }

    /* ERC-721, ERC-5192, ERC-165 */

    /// @notice How many badges a holder has, expired ones included.
    function balanceOf(address holder) public view returns (uint256 count) {
        if (holder == address(0)) revert BadgeUnknown(0);
        for (uint256 place = 0; place < MAX_TYPES_PER_HOLDER; ++place) {
            Lane current = _lanes[holder][place];
            if (current.isUnused()) break;
            if (current.isLive()) ++count;
        }
    }

    /// @notice The holder, which the id names; reverts unless the badge exists.
    function ownerOf(uint256 id) external view returns (address holder) {
        (holder,,) = _live(id);
    }

    /// @inheritdoc IERC721Metadata
    function tokenURI(uint256 id) external view returns (string memory) {
        Badge memory badge = badgeOf(id);
        return BadgeMetadata.uri(typeOf(badge.badgeType), badge);
    }

    /// @inheritdoc IERC5192
    function locked(uint256 id) external view returns (bool) {
        _live(id);
        return true;
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
            || id == type(IERC721Metadata).interfaceId || id == type(IERC5192).interfaceId;
    }

    /* OWNER */

    /// @dev Without an owner nobody could name issuers or take back what a removed issuer minted.
    function renounceOwnership() public pure override {
        revert BadgeOwnerRequired();
    }

    /* INTERNAL */

    /// @dev Checks, effect and events of one grant. A holder has no lane of the type yet, or one of a badge that
    /// ended, or one of a live badge; in each case the date of issue must beat the lane's (zero for a new lane).
    function _mint(Grant memory grant) private {
        TypeRecord storage t = _type(grant.badgeType);
        if (t.retired) revert BadgeTypeRetired(grant.badgeType);
        IssuerRecord memory record = _issuers[grant.badgeType][msg.sender];
        if (!record.allowed) revert BadgeIssuer(grant.badgeType, msg.sender);
        if (grant.holder == msg.sender) revert BadgeSelfIssued(msg.sender);
        if (grant.level == 0 || grant.level > t.levels) revert BadgeLevel(grant.badgeType, grant.level);

        uint256 id = idOf(grant.holder, grant.badgeType);
        (uint256 place, Lane previous) = _find(grant.holder, grant.badgeType);
        if (place == MAX_TYPES_PER_HOLDER) revert BadgeHolderFull(grant.holder);
        if (grant.issued > block.timestamp || grant.issued <= previous.issued()) {
            revert BadgeIssued(id, grant.issued, previous.issued());
        }
        if (!_isExpiryAllowed(grant, t.validity)) revert BadgeExpires(id, grant.expires);
        if (block.timestamp > grant.deadline) revert BadgeConsentExpired(id, grant.deadline);
        if (!_isSignedBy(grant.holder, _consentDigest(grant, msg.sender, t.nameHash), grant.consent)) {
            revert BadgeConsent(id);
        }

        _lanes[grant.holder][place] =
            lane(grant.badgeType, grant.level, record.number, uint40(grant.issued), uint40(grant.expires));
        if (!previous.isLive()) {
            emit Minted(id, msg.sender, grant.level, grant.issued, grant.expires);
            emit Transfer(address(0), grant.holder, id);
            emit Locked(id);
        } else if (previous.level() == grant.level) {
            emit Renewed(id, msg.sender, grant.level, grant.issued, grant.expires);
        } else {
            emit LevelChanged(id, msg.sender, grant.level, grant.issued, grant.expires);
        }
    }

    function _consentDigest(Grant memory grant, address issuer, bytes32 nameHash) private view returns (bytes32) {
        return _hashTypedDataV4(
            keccak256(
                abi.encode(
                    CONSENT_TYPEHASH,
                    grant.holder,
                    issuer,
                    grant.badgeType,
                    nameHash,
                    grant.level,
                    grant.issued,
                    grant.expires,
                    grant.deadline
                )
            )
        );
    }

    /// @dev Recovery first: an account that delegated its code by EIP-7702 still signs with its key.
    function _isSignedBy(address signer, bytes32 digest, bytes memory signature) private view returns (bool) {
        (address recovered, ECDSA.RecoverError failure,) = ECDSA.tryRecover(digest, signature);
        if (failure == ECDSA.RecoverError.NoError && recovered == signer) return true;
        return SignatureChecker.isValidERC1271SignatureNow(signer, digest, signature);
    }

    /// @dev Assumes that `grant.issued` is not in the future, so that the sum below can not overflow a uint256.
    function _isExpiryAllowed(Grant memory grant, uint64 validity) private view returns (bool) {
        if (grant.expires == 0) return validity == 0;
        if (grant.expires <= block.timestamp || grant.expires > type(uint40).max) return false;
        return validity == 0 || grant.expires <= uint256(grant.issued) + validity;
    }

    function _type(uint32 badgeType) private view returns (TypeRecord storage t) {
        t = _types[badgeType];
        if (t.levels == 0) revert BadgeTypeUnknown(badgeType);
    }

    /// @dev The lane of a holder's type, or the first unused one, or {MAX_TYPES_PER_HOLDER} if there is neither.
    function _find(address holder, uint32 badgeType) private view returns (uint256 place, Lane found) {
        Lane[MAX_TYPES_PER_HOLDER] storage lanes = _lanes[holder];
        for (; place < MAX_TYPES_PER_HOLDER; ++place) {
            found = lanes[place];
            if (found.isUnused() || found.badgeType() == badgeType) return (place, found);
        }
        return (place, Lane.wrap(0));
    }

    /// @dev The lane of a badge that exists. An id with bits above the holder's is no badge's id.
    function _live(uint256 id) private view returns (address holder, uint256 place, Lane current) {
        if (id >> 192 != 0) revert BadgeUnknown(id);
        holder = address(uint160(id >> 32));
        (place, current) = _find(holder, uint32(id));
        if (!current.isLive()) revert BadgeUnknown(id);
    }

    function _badge(address holder, Lane current) private view returns (Badge memory) {
        return Badge({
            holder: holder,
            badgeType: current.badgeType(),
            level: current.level(),
            issuer: _issuerAt[current.badgeType()][current.issuer()],
            issued: current.issued(),
            expires: current.expires()
        });
    }

    function _checkText(string calldata text, function(bytes1) pure returns (bool) allowed) private pure {
        bytes calldata characters = bytes(text);
        if (characters.length == 0 || characters.length > MAX_TEXT) revert BadgeText(text);
        for (uint256 i = 0; i < characters.length; ++i) {
            if (!allowed(characters[i])) revert BadgeText(text);
        }
    }

    function _isDomainCharacter(bytes1 c) private pure returns (bool) {
        return (c >= "a" && c <= "z") || (c >= "0" && c <= "9") || c == "-" || c == "/";
    }

    /// @dev Printable ASCII that needs no escaping in JSON or SVG.
    function _isNameCharacter(bytes1 c) private pure returns (bool) {
        return c >= 0x20 && c <= 0x7e && c != '"' && c != "&" && c != "<" && c != ">" && c != "\\";
    }
}
