// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Ownable2Step} from "@openzeppelin/contracts/access/Ownable2Step.sol";

import {BadgeText} from "./BadgeText.sol";
import {IBadgeTypes} from "./interfaces/IBadgeTypes.sol";
import {DECIDED, MAX_TIME} from "./Lane.sol";
import {Rules, rulesOf} from "./Rules.sol";

/// @dev Badge types and who issues them: what the owner decides. See {IBadgeTypes}.
abstract contract BadgeTypes is IBadgeTypes, Ownable2Step {
    uint256 private constant MAX_ENDORSEMENTS = 16;

    /// @dev A badge type. The second word is what a consent shows, the third what makes an endorser a peer.
    struct TypeRecord {
        Rules rules;
        bytes32 nameHash;
        bytes32 domainHash;
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

    /// @dev The owner acts on a decision and says which.
    modifier decided(bytes32 decision) {
        _checkOwner();
        if (decision == bytes32(0)) revert BadgeDecision();
        _;
    }

    /* DECIDING */

    /// @inheritdoc IBadgeTypes
    function createType(
        uint32 badgeType,
        string calldata domain,
        string calldata name_,
        uint8 levels,
        Terms calldata terms,
        bytes32 decision
    ) external decided(decision) {
        TypeRecord storage t = _types[badgeType];
        if (badgeType == 0 || !t.rules.isUnknown()) revert BadgeTypeTaken(badgeType);
        if (levels == 0) revert BadgeTypeWithoutLevels(badgeType);
        if (!BadgeText.isDomain(domain)) revert BadgeTypeText(domain);
        if (!BadgeText.isName(name_)) revert BadgeTypeText(name_);

        t.nameHash = keccak256(bytes(name_));
        t.domainHash = keccak256(bytes(domain));
        t.name = name_;
        t.domain = domain;
        t.rules = _withTerms(badgeType, rulesOf(levels), terms);
        emit TypeCreated(badgeType, domain, name_, levels, terms, decision);
    }

    /// @inheritdoc IBadgeTypes
    function changeType(uint32 badgeType, Terms calldata terms, bytes32 decision) external decided(decision) {
        (TypeRecord storage t, Rules rules) = _type(badgeType);
        if (rules.isRetired()) revert BadgeTypeRetired(badgeType);
        rules = _withTerms(badgeType, rules, terms);
        t.rules = rules;
        emit TypeChanged(badgeType, rules.version(), terms, decision);
    }

    /// @inheritdoc IBadgeTypes
    function retireType(uint32 badgeType, bytes32 decision) external decided(decision) {
        (TypeRecord storage t, Rules rules) = _type(badgeType);
        if (rules.isRetired()) revert BadgeTypeRetired(badgeType);
        t.rules = rules.retired();
        emit TypeRetired(badgeType, decision);
    }

    /// @inheritdoc IBadgeTypes
    function setIssuer(uint32 badgeType, address issuer, bool allowed, bytes32 decision) external decided(decision) {
        (TypeRecord storage t, Rules rules) = _type(badgeType);
        if (issuer == address(0) || issuer == address(this)) revert BadgeIssuerReserved(issuer);
        IssuerRecord storage record = _issuers[badgeType][issuer];
        if (record.allowed == allowed) return;

        if (record.number == 0) {
            uint8 number = rules.issuers() + 1;
            if (number == DECIDED) revert BadgeIssuersFull(badgeType);
            t.rules = rules.withIssuers(number);
            record.number = number;
            _issuerAt[badgeType][number] = issuer;
        }
        record.allowed = allowed;
        emit IssuerSet(badgeType, issuer, allowed, decision);
    }

    /// @dev Without an owner nobody could name issuers or take back what a removed issuer minted.
    function renounceOwnership() public pure override {
        revert BadgeOwnerRequired();
    }

    /* READING */

    /// @inheritdoc IBadgeTypes
    function typeOf(uint32 badgeType) public view returns (BadgeType memory) {
        (TypeRecord storage t, Rules rules) = _type(badgeType);
        return BadgeType({
            domain: t.domain,
            name: t.name,
            levels: rules.levels(),
            retired: rules.isRetired(),
            version: rules.version(),
            terms: Terms({
                validity: rules.validity(),
                endorsements: rules.endorsements(),
                endorserLevel: rules.endorserLevel(),
                burn: rules.burn()
            })
        });
    }

    /// @inheritdoc IBadgeTypes
    function isIssuer(uint32 badgeType, address account) external view returns (bool) {
        return _issuers[badgeType][account].allowed && !_types[badgeType].rules.isRetired();
    }

    /* INTERNAL */

    function _type(uint32 badgeType) internal view returns (TypeRecord storage t, Rules rules) {
        t = _types[badgeType];
        rules = t.rules;
        if (rules.isUnknown()) revert BadgeTypeUnknown(badgeType);
    }

    function _rules(uint32 badgeType) internal view returns (Rules rules) {
        (, rules) = _type(badgeType);
    }

    /// @dev The hash of a type's name, as EIP-712 has a string.
    function _nameHash(uint32 badgeType) internal view returns (bytes32) {
        return _types[badgeType].nameHash;
    }

    function _isSameDomain(uint32 a, uint32 b) internal view returns (bool) {
        return _types[a].domainHash == _types[b].domainHash;
    }

    /// @dev The number of an account that may issue badges of a type now.
    function _issuerNumber(uint32 badgeType, address account) internal view returns (uint8) {
        IssuerRecord storage record = _issuers[badgeType][account];
        if (!record.allowed) revert BadgeIssuer(badgeType, account);
        return record.number;
    }

    /// @dev Who a number stands for: nobody for a badge minted with endorsements, this contract for one granted by
    /// decision.
    function _issuer(uint32 badgeType, uint8 number) internal view returns (address) {
        return number == DECIDED ? address(this) : _issuerAt[badgeType][number];
    }

    function _withTerms(uint32 badgeType, Rules rules, Terms calldata terms) private pure returns (Rules) {
        if (terms.validity > MAX_TIME) revert BadgeTypeValidity(badgeType, terms.validity);
        bool possible = terms.endorsements == 0
            ? terms.endorserLevel == 0
            : terms.endorsements <= MAX_ENDORSEMENTS && terms.endorserLevel != 0
                && terms.endorserLevel <= rules.levels();
        if (!possible) revert BadgeTypeEndorsements(badgeType, terms.endorsements, terms.endorserLevel);
        return rules.withTerms(terms);
    }
}
