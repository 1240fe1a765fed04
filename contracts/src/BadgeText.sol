// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC5484} from "./interfaces/IERC5484.sol";

/// @dev The texts that badge types may have, and the words for burn rights that holders sign.
library BadgeText {
    uint256 private constant MAX = 64;

    /// @dev Who may end a badge, in words.
    function burn(IERC5484.BurnAuth auth) internal pure returns (string memory) {
        if (auth == IERC5484.BurnAuth.Both) return "issuer or holder";
        if (auth == IERC5484.BurnAuth.IssuerOnly) return "issuer";
        if (auth == IERC5484.BurnAuth.OwnerOnly) return "holder";
        return "nobody";
    }

    /// @dev The hash of {burn}, as EIP-712 has a string.
    function burnHash(IERC5484.BurnAuth auth) internal pure returns (bytes32) {
        if (auth == IERC5484.BurnAuth.Both) return keccak256("issuer or holder");
        if (auth == IERC5484.BurnAuth.IssuerOnly) return keccak256("issuer");
        if (auth == IERC5484.BurnAuth.OwnerOnly) return keccak256("holder");
        return keccak256("nobody");
    }

    /// @dev A path of lowercase words, such as "data/licensing".
    function isDomain(string calldata text) internal pure returns (bool) {
        return _all(bytes(text), _isDomainCharacter);
    }

    /// @dev Printable ASCII that needs no escaping in JSON or SVG.
    function isName(string calldata text) internal pure returns (bool) {
        return _all(bytes(text), _isNameCharacter);
    }

    function _all(bytes calldata text, function(bytes1) pure returns (bool) allowed) private pure returns (bool) {
        if (text.length == 0 || text.length > MAX) return false;
        for (uint256 i = 0; i < text.length; ++i) {
            if (!allowed(text[i])) return false;
        }
        return true;
    }

    function _isDomainCharacter(bytes1 c) private pure returns (bool) {
        return (c >= "a" && c <= "z") || (c >= "0" && c <= "9") || c == "-" || c == "/";
    }

    function _isNameCharacter(bytes1 c) private pure returns (bool) {
        return c >= 0x20 && c <= 0x7e && c != '"' && c != "&" && c != "<" && c != ">" && c != "\\";
    }
}
