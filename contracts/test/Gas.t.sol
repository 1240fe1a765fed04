// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";

import {Anchor} from "../src/Anchor.sol";
import {IExpertiseBadge} from "../src/interfaces/IExpertiseBadge.sol";
import {BadgeTest} from "./BadgeTest.sol";

/// @dev What a badge costs without any of ours: OpenZeppelin's token, locked, with the same facts in one slot, and
/// without asking anybody's consent.
contract PlainBadge is ERC721("Plain", "PLAIN") {
    mapping(uint256 id => uint256 facts) private _facts;

    function mint(address to, uint256 id, uint256 facts) external {
        _mint(to, id);
        _facts[id] = facts;
    }
}

/// @dev The gas table. Each figure is that of a whole transaction as the chain bills it, calldata and the 21,000
/// included, or where it says "execution" without those two; forge compares them with snapshots/gas.json and fails on a
/// difference.
contract GasTest is BadgeTest {
    function testGasOfMint() public {
        Signed memory first = grantOf(SAFETY, 3);
        measure("badge: mint to a new holder", first);
        uint256 gas = execution(vm.lastCallGas().gasTotalUsed, abi.encodeCall(badge.mint, (bare(first), first.consent)));
        vm.snapshotValue("gas", "badge: mint to a new holder, execution", gas);
        yes(gas <= 50_000, "at most 50,000 to execute, consent included");
        measure("badge: mint the second of a slot", grantOf(LICENSING, 2));
        vm.warp(time() + 30 days);
        measure("badge: change a level", grantOf(SAFETY, 4));
        uint256 id = badge.idOf(holder, SAFETY);
        vm.prank(issuer);
        badge.revoke(id, IExpertiseBadge.Reason.Cause);
        vm.snapshotGasLastCall("gas", "badge: revoke");
        id = badge.idOf(holder, LICENSING);
        vm.prank(holder);
        badge.surrender(id);
        vm.snapshotGasLastCall("gas", "badge: surrender");
    }

    function testGasOfBatch() public {
        Signed[] memory grants = new Signed[](20);
        for (uint256 i = 0; i < 20; ++i) {
            grants[i] = grantTo(1000 + i, SAFETY, 3);
        }
        IExpertiseBadge.Batch[] memory batches = batchOf(grants);
        vm.prank(issuer);
        badge.mintBatch(batches);
        uint256 all = vm.lastCallGas().gasTotalUsed;
        vm.snapshotValue("gas", "badge: mint to each of 20 new holders in a batch", all / 20);
        yes(all <= 20 * 40_000, "at most 40,000 each, transaction and consent included");
        all = execution(all, abi.encodeCall(badge.mintBatch, (batches)));
        vm.snapshotValue("gas", "badge: mint to each of 20 new holders in a batch, execution", all / 20);
    }

    function testGasOfPlainBadge() public {
        PlainBadge plain = new PlainBadge();
        plain.mint(holder, badge.idOf(holder, SAFETY), type(uint256).max >> 128);
        vm.snapshotGasLastCall("gas", "for comparison: OpenZeppelin ERC-721 mint with one slot of facts, no consent");
    }

    function testGasOfAnchor() public {
        Anchor anchor = new Anchor(owner, issuer, sha256("genesis.json"));
        for (uint64 i = 1; i <= 65; ++i) {
            vm.prank(issuer);
            anchor.anchor(keccak256(abi.encode(i)), i * 1000);
            if (i == 2) vm.snapshotGasLastCall("gas", "anchor: into an unused slot");
        }
        vm.snapshotGasLastCall("gas", "anchor: into a used slot");
    }

    function measure(string memory what, Signed memory grant) private {
        vm.prank(issuer);
        badge.mint(bare(grant), grant.consent);
        vm.snapshotGasLastCall("gas", what);
    }

    /// @dev What is left of a transaction's gas without the 21,000 and its calldata (EIP-2028).
    function execution(uint256 gas, bytes memory data) private pure returns (uint256) {
        gas -= 21_000;
        for (uint256 i = 0; i < data.length; ++i) {
            gas -= data[i] == 0 ? 4 : 16;
        }
        return gas;
    }
}
