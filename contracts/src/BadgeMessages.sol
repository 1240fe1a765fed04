// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";

import {BadgeText} from "./BadgeText.sol";
import {BadgeTypes} from "./BadgeTypes.sol";
import {IExpertiseBadge} from "./interfaces/IExpertiseBadge.sol";
import {Lane, MAX_TIME, lane} from "./Lane.sol";
import {Rules} from "./Rules.sol";

/// @dev What is signed, and by whom. Texts and terms that a wallet shows are the type's own, never the caller's.
abstract contract BadgeMessages is IExpertiseBadge, BadgeTypes, EIP712 {
    bytes32 private constant CONSENT_TYPEHASH = keccak256(
        "Consent(address holder,address issuer,uint32 badgeType,string badge,uint8 level,string burn,uint64 issued,uint64 expires,uint64 deadline)"
    );

    bytes32 private constant REQUEST_TYPEHASH = keccak256(
        "Request(address holder,uint32 badgeType,string badge,uint8 level,string burn,bytes32 evidence,uint64 issued,uint64 expires,uint64 deadline)"
    );

    bytes32 private constant ENDORSEMENT_TYPEHASH = keccak256(
        "Endorsement(address endorser,address holder,uint32 badgeType,string badge,uint8 level,bytes32 evidence,uint64 issued,uint64 deadline)"
    );

    bytes32 private constant RECOVERY_TYPEHASH = keccak256("Recovery(address from,address to,uint64 deadline)");

    bytes32 private constant OBJECTION_TYPEHASH = keccak256("Objection(address from,address to,uint64 executable)");

    constructor() EIP712("Peritus", "1") {}

    /// @inheritdoc IExpertiseBadge
    function consentDigest(Grant calldata grant, address issuer) external view returns (bytes32) {
        Lane next = _laneOf(grant, 0, _rules(grant.badgeType));
        bytes32 burnHash = BadgeText.burnHash(next.burn());
        return _consentDigest(grant.holder, issuer, next, grant.deadline, _nameHash(grant.badgeType), burnHash);
    }

    /// @inheritdoc IExpertiseBadge
    function requestDigest(Grant calldata grant, bytes32 evidence) external view returns (bytes32) {
        Lane next = _laneOf(grant, 0, _rules(grant.badgeType));
        return _requestDigest(grant.holder, next, evidence, grant.deadline, _nameHash(grant.badgeType));
    }

    /// @inheritdoc IExpertiseBadge
    function endorsementDigest(Grant calldata grant, bytes32 evidence, address endorser, uint64 deadline)
        external
        view
        returns (bytes32)
    {
        Lane next = _laneOf(grant, 0, _rules(grant.badgeType));
        return _endorsementDigest(grant.holder, next, evidence, endorser, deadline, _nameHash(grant.badgeType));
    }

    /// @inheritdoc IExpertiseBadge
    function recoveryDigest(address from, address to, uint64 deadline) public view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(RECOVERY_TYPEHASH, from, to, deadline)));
    }

    /// @inheritdoc IExpertiseBadge
    function objectionDigest(address from, address to, uint64 executable) public view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(OBJECTION_TYPEHASH, from, to, executable)));
    }

    /// @dev What a grant makes of a lane, by the issuer with a number and on a type's present terms.
    function _laneOf(Grant calldata grant, uint8 number, Rules rules) internal pure returns (Lane) {
        return _granted(lane(grant.badgeType, 0, number, rules.burn(), 0, 0), grant.level, grant.issued, grant.expires);
    }

    /// @dev {granted}, of times that fit: {MAX_TIME} is all ones.
    function _granted(Lane source, uint8 level, uint64 issued, uint64 expires) internal pure returns (Lane) {
        if (issued | expires > MAX_TIME) revert BadgeTime(issued, expires);
        return source.granted(level, issued, expires);
    }

    function _consentDigest(
        address holder,
        address issuer,
        Lane next,
        uint64 deadline,
        bytes32 nameHash,
        bytes32 burnHash
    ) internal view returns (bytes32) {
        return _hashTypedDataV4(
            keccak256(
                abi.encode(
                    CONSENT_TYPEHASH,
                    holder,
                    issuer,
                    next.badgeType(),
                    nameHash,
                    next.level(),
                    burnHash,
                    next.issued(),
                    next.expires(),
                    deadline
                )
            )
        );
    }

    function _requestDigest(address holder, Lane next, bytes32 evidence, uint64 deadline, bytes32 nameHash)
        internal
        view
        returns (bytes32)
    {
        return _hashTypedDataV4(
            keccak256(
                abi.encode(
                    REQUEST_TYPEHASH,
                    holder,
                    next.badgeType(),
                    nameHash,
                    next.level(),
                    BadgeText.burnHash(next.burn()),
                    evidence,
                    next.issued(),
                    next.expires(),
                    deadline
                )
            )
        );
    }

    function _endorsementDigest(
        address holder,
        Lane next,
        bytes32 evidence,
        address endorser,
        uint64 deadline,
        bytes32 nameHash
    ) internal view returns (bytes32) {
        return _hashTypedDataV4(
            keccak256(
                abi.encode(
                    ENDORSEMENT_TYPEHASH,
                    endorser,
                    holder,
                    next.badgeType(),
                    nameHash,
                    next.level(),
                    evidence,
                    next.issued(),
                    deadline
                )
            )
        );
    }

    /// @dev As {_isSignedBy}, for a key and a compact signature.
    function _isSignedByKey(address signer, bytes32 digest, bytes32 r, bytes32 vs) internal pure returns (bool) {
        (address recovered, ECDSA.RecoverError failure,) = ECDSA.tryRecover(digest, r, vs);
        return failure == ECDSA.RecoverError.NoError && recovered == signer;
    }

    /// @dev Recovery first: an account that delegated its code by EIP-7702 still signs with its key.
    function _isSignedBy(address signer, bytes32 digest, bytes calldata signature) internal view returns (bool) {
        (address recovered, ECDSA.RecoverError failure,) = ECDSA.tryRecoverCalldata(digest, signature);
        if (failure == ECDSA.RecoverError.NoError && recovered == signer) return true;
        return SignatureChecker.isValidERC1271SignatureNowCalldata(signer, digest, signature);
    }
}
