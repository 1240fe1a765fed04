// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Base64} from "@openzeppelin/contracts/utils/Base64.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";

import {BadgeText} from "./BadgeText.sol";
import {IBadgeTypes} from "./interfaces/IBadgeTypes.sol";
import {IExpertiseBadge} from "./interfaces/IExpertiseBadge.sol";

/// @title Draws badges: ERC-721 metadata with a picture, from what the badge contract knows and nothing else.
/// @dev A contract of its own, without storage, because the badge contract's code is limited in size; that one makes
/// it. Names and domains hold no character that JSON or SVG would need escaped: the badge contract refuses those when a
/// type is made.
contract BadgeMetadata {
    using Strings for uint256;
    using Strings for address;

    /// @notice The metadata of a badge as a data URI.
    function uri(IBadgeTypes.BadgeType calldata t, IExpertiseBadge.Badge calldata b)
        external
        pure
        returns (string memory)
    {
        string memory level = string.concat("Level ", uint256(b.level).toString(), " of ", uint256(t.levels).toString());
        bytes memory json = abi.encodePacked(
            '{"name":"',
            t.name,
            ", ",
            level,
            '","description":"A badge of expertise in ',
            t.domain,
            '. It can not be moved or sold.","image":"data:image/svg+xml;base64,',
            Base64.encode(_picture(t, b, level)),
            '","attributes":[{"trait_type":"Domain","value":"',
            t.domain,
            '"},{"trait_type":"Level","value":',
            uint256(b.level).toString(),
            ',"max_value":',
            uint256(t.levels).toString(),
            '},{"trait_type":"Issuer","value":"',
            b.issuer == address(0) ? "endorsed by members" : b.issuer.toChecksumHexString(),
            '"},{"trait_type":"Can be ended by","value":"',
            BadgeText.burn(b.burn),
            '"}',
            _date("Issued", b.issued),
            _date("Expires", b.expires),
            "]}"
        );
        return string.concat("data:application/json;base64,", Base64.encode(json));
    }

    /// @dev A date as a trait, or nothing for the zero of a badge that does not expire.
    function _date(string memory trait, uint64 time) private pure returns (string memory) {
        if (time == 0) return "";
        return
            string.concat(',{"display_type":"date","trait_type":"', trait, '","value":', uint256(time).toString(), "}");
    }

    /// @dev A card: the domain above, the type's name, and the level in words and as a bar.
    function _picture(IBadgeTypes.BadgeType calldata t, IExpertiseBadge.Badge calldata b, string memory level)
        private
        pure
        returns (bytes memory)
    {
        return abi.encodePacked(
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 240" font-family="sans-serif" fill="#fff">',
            '<rect width="400" height="240" rx="16" fill="#1b3a4b"/><text x="28" y="52" font-size="18">',
            t.domain,
            '</text><text x="28" y="120" font-size="22" font-weight="bold"',
            bytes(t.name).length > 28 ? ' textLength="344" lengthAdjust="spacingAndGlyphs">' : ">",
            t.name,
            '</text><text x="28" y="188" font-size="18">',
            level,
            '</text><rect x="28" y="204" width="344" height="8" rx="4" fill="#3d6073"/>',
            '<rect x="28" y="204" width="',
            (uint256(b.level) * 344 / t.levels).toString(),
            '" height="8" rx="4" fill="#f2c14e"/></svg>'
        );
    }
}
