// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";

import {BadgeText} from "./BadgeText.sol";
import {BadgeTypes} from "./BadgeTypes.sol";
import {IExpertiseBadge} from "./interfaces/IExpertiseBadge.sol";
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
        (TypeRecord storage t, Rules rules) = _type(grant.badgeType);
        return _consentDigest(grant, issuer, t.nameHash, BadgeText.burnHash(rules.burn()));
    }

    /// @inheritdoc IExpertiseBadge
    function requestDigest(Grant calldata grant, bytes32 evidence) external view returns (bytes32) {
        (TypeRecord storage t, Rules rules) = _type(grant.badgeType);
        return _requestDigest(grant, evidence, t.nameHash, BadgeText.burnHash(rules.burn()));
    }

    /// @inheritdoc IExpertiseBadge
    function endorsementDigest(Grant calldata grant, bytes32 evidence, address endorser, uint64 deadline)
        external
        view
        returns (bytes32)
    {
        (TypeRecord storage t,) = _type(grant.badgeType);
        return _endorsementDigest(grant, evidence, endorser, deadline, t.nameHash);
    }

    /// @inheritdoc IExpertiseBadge
    function recoveryDigest(address from, address to, uint64 deadline) public view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(RECOVERY_TYPEHASH, from, to, deadline)));
    }

    /// @inheritdoc IExpertiseBadge
    function objectionDigest(address from, address to, uint64 executable) public view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(OBJECTION_TYPEHASH, from, to, executable)));
    }

    function _consentDigest(Grant memory grant, address issuer, bytes32 nameHash, bytes32 burnHash)
        internal
        view
        returns (bytes32)
    {
        return _hashTypedDataV4(
            keccak256(
                abi.encode(
                    CONSENT_TYPEHASH,
                    grant.holder,
                    issuer,
                    grant.badgeType,
                    nameHash,
                    grant.level,
                    burnHash,
                    grant.issued,
                    grant.expires,
                    grant.deadline
                )
            )
        );
    }

    function _requestDigest(Grant memory grant, bytes32 evidence, bytes32 nameHash, bytes32 burnHash)
        internal
        view
        returns (bytes32)
    {
        return _hashTypedDataV4(
            keccak256(
                abi.encode(
                    REQUEST_TYPEHASH,
                    grant.holder,
                    grant.badgeType,
                    nameHash,
                    grant.level,
                    burnHash,
                    evidence,
                    grant.issued,
                    grant.expires,
                    grant.deadline
                )
            )
        );
    }

    function _endorsementDigest(
        Grant memory grant,
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
                    grant.holder,
                    grant.badgeType,
                    nameHash,
                    grant.level,
                    evidence,
                    grant.issued,
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
