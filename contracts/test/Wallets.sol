// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";

/// @dev A contract wallet that agrees to what its key signed (ERC-1271).
contract Wallet {
    address private immutable KEY;

    constructor(address key) {
        KEY = key;
    }

    function isValidSignature(bytes32 digest, bytes calldata signature) external view returns (bytes4) {
        return ECDSA.recoverCalldata(digest, signature) == KEY ? bytes4(0x1626ba7e) : bytes4(0xffffffff);
    }
}

/// @dev A contract wallet that agrees to what it approved by transaction, whatever the signature.
contract Approver {
    mapping(bytes32 digest => bool) private _approved;

    function approve(bytes32 digest) external {
        _approved[digest] = true;
    }

    function isValidSignature(bytes32 digest, bytes calldata) external view returns (bytes4) {
        return _approved[digest] ? bytes4(0x1626ba7e) : bytes4(0xffffffff);
    }
}

/// @dev A contract wallet that signs nothing.
contract Mute {}
