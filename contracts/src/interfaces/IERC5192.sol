// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title ERC-5192, minimal soulbound tokens. Its ERC-165 identifier is 0xb45a3c0e.
interface IERC5192 {
    /// @notice A token became non-transferable.
    event Locked(uint256 tokenId);

    /// @notice A token became transferable. A badge never does; the event is here because the standard names it.
    event Unlocked(uint256 tokenId);

    /// @notice Whether a token can not be transferred. Reverts for a token that does not exist.
    function locked(uint256 tokenId) external view returns (bool);
}
