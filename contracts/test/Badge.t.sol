// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC721} from "@openzeppelin/contracts/interfaces/IERC721.sol";

import {IBadgeTypes} from "../src/interfaces/IBadgeTypes.sol";
import {IERC5484} from "../src/interfaces/IERC5484.sol";
import {IExpertiseBadge} from "../src/interfaces/IExpertiseBadge.sol";
import {BadgeTest} from "./BadgeTest.sol";

/// @dev A badge once it is there: it does not move, it can end, and standards recognise it.
contract BadgeEndsTest is BadgeTest {
    /* SOULBOUND */

    function testFuzzNoPathMovesABadge(address from, address to, uint256 id, bytes calldata data, bool live) public {
        if (live) {
            id = mint(grantOf(SAFETY, 3));
            from = holder;
        }
        bytes memory refusal = abi.encodeWithSelector(IExpertiseBadge.BadgeSoulbound.selector, id);
        vm.expectRevert(refusal);
        vm.prank(from);
        badge.transferFrom(from, to, id);
        vm.expectRevert(refusal);
        vm.prank(from);
        badge.safeTransferFrom(from, to, id);
        vm.expectRevert(refusal);
        vm.prank(from);
        badge.safeTransferFrom(from, to, id, data);
        vm.expectRevert(refusal);
        vm.prank(from);
        badge.approve(to, id);
        vm.expectRevert(abi.encodeWithSelector(IExpertiseBadge.BadgeSoulbound.selector, 0));
        vm.prank(from);
        badge.setApprovalForAll(to, true);
        yes(!badge.isApprovedForAll(from, to), "never approved");
        if (live) {
            eq(badge.ownerOf(id), holder, "owner");
            eq(badge.getApproved(id), address(0), "nobody approved");
        }
    }

    /* ENDING */

    function testFuzzRevoke(uint8 code, bool decided) public {
        IExpertiseBadge.Reason reason = IExpertiseBadge.Reason(bound(code, 1, 3));
        uint256 id = mint(grantOf(SAFETY, 3));
        vm.expectEmit(true, true, true, true, address(badge));
        emit IExpertiseBadge.Revoked(id, decided ? owner : issuer, reason, decided ? DECISION : bytes32(0));
        vm.expectEmit(true, true, true, true, address(badge));
        emit IERC721.Transfer(holder, address(0), id);
        revoke(id, reason, decided);
        gone(id);
        vm.expectRevert(abi.encodeWithSelector(IExpertiseBadge.BadgeUnknown.selector, id));
        revoke(id, reason, decided);
    }

    /// Who may end a badge is settled when it is granted (ERC-5484), and a decision is the issuer's act.
    function testFuzzBurnRight(uint8 burn, bool decided) public {
        IERC5484.BurnAuth auth = IERC5484.BurnAuth(burn % 4);
        setBurn(SAFETY, auth);
        uint256 id = mint(grantOf(SAFETY, 3));
        setBurn(SAFETY, IERC5484.BurnAuth.Both);
        eq(uint8(badge.burnAuth(id)), uint8(auth), "burn right");
        bool byIssuer = auth == IERC5484.BurnAuth.IssuerOnly || auth == IERC5484.BurnAuth.Both;
        bool byHolder = auth == IERC5484.BurnAuth.OwnerOnly || auth == IERC5484.BurnAuth.Both;
        bytes memory refusal = abi.encodeWithSelector(IExpertiseBadge.BadgeBurn.selector, id, auth);
        if (!byIssuer) {
            vm.expectRevert(refusal);
            revoke(id, IExpertiseBadge.Reason.Cause, decided);
        }
        if (!byHolder) vm.expectRevert(refusal);
        vm.prank(holder);
        badge.surrender(id);
        if (byIssuer && !byHolder) {
            revoke(id, IExpertiseBadge.Reason.Cause, decided);
            gone(id);
        }
    }

    function testFuzzStrangersDoNotRevoke(address stranger) public {
        vm.assume(stranger != issuer && stranger != address(badge));
        uint256 id = mint(grantOf(SAFETY, 3));
        bytes memory refusal = abi.encodeWithSelector(IBadgeTypes.BadgeIssuer.selector, SAFETY, stranger);
        vm.expectRevert(refusal);
        vm.prank(stranger);
        badge.revoke(id, IExpertiseBadge.Reason.Cause);

        if (stranger == address(0)) return;
        allow(SAFETY, stranger, true);
        vm.expectRevert(refusal);
        vm.prank(stranger);
        badge.revoke(id, IExpertiseBadge.Reason.Cause); // another issuer did not issue it
    }

    function testRemovedIssuerDoesNotRevokeAndTheOwnerCan() public {
        uint256 id = mint(grantOf(SAFETY, 3));
        allow(SAFETY, issuer, false);
        vm.expectRevert(abi.encodeWithSelector(IBadgeTypes.BadgeIssuer.selector, SAFETY, issuer));
        vm.prank(issuer);
        badge.revoke(id, IExpertiseBadge.Reason.Cause);
        revoke(id, IExpertiseBadge.Reason.Cause, true);
        gone(id);
    }

    function testRevocationNeedsAReason() public {
        uint256 id = mint(grantOf(SAFETY, 3));
        vm.expectRevert(IExpertiseBadge.BadgeReason.selector);
        vm.prank(issuer);
        badge.revoke(id, IExpertiseBadge.Reason.None);
        vm.expectRevert(IExpertiseBadge.BadgeReason.selector);
        revoke(id, IExpertiseBadge.Reason.None, true);
    }

    function testHolderSurrenders() public {
        uint256 id = mint(grantOf(SAFETY, 3));
        vm.expectEmit(true, true, true, true, address(badge));
        emit IExpertiseBadge.Surrendered(id);
        vm.expectEmit(true, true, true, true, address(badge));
        emit IERC721.Transfer(holder, address(0), id);
        vm.prank(holder);
        badge.surrender(id);
        gone(id);
    }

    function testFuzzOnlyTheHolderSurrenders(address stranger) public {
        vm.assume(stranger != holder);
        uint256 id = mint(grantOf(SAFETY, 3));
        vm.expectRevert(abi.encodeWithSelector(IExpertiseBadge.BadgeNotHolder.selector, id, stranger));
        vm.prank(stranger);
        badge.surrender(id);
    }

    function testEndingOneLeavesTheOthers() public {
        uint256 first = mint(grantOf(SAFETY, 3));
        uint256 second = mint(grantOf(LICENSING, 2));
        vm.prank(holder);
        badge.surrender(first);
        eq(badge.balanceOf(holder), 1, "balance");
        eq(badge.ownerOf(second), holder, "the other badge");
        IExpertiseBadge.Badge[] memory all = badge.badgesOf(holder);
        eq(all.length, 1, "one badge");
        eq(all[0].badgeType, LICENSING, "of the other type");
    }

    /* READING */

    function testFuzzUnknownIds(uint256 id) public {
        mint(grantOf(SAFETY, 3));
        vm.assume(id != badge.idOf(holder, SAFETY));
        gone(id);
    }

    /// The bits above the holder are not ignored: an alias of a badge is no badge.
    function testFuzzIdsHaveNoAliases(uint64 high) public {
        vm.assume(high != 0);
        gone(mint(grantOf(SAFETY, 3)) | (uint256(high) << 192));
    }

    function testFuzzIdNamesHolderAndType(address who, uint32 badgeType) public view {
        uint256 id = badge.idOf(who, badgeType);
        eq(id >> 32, uint160(who), "holder");
        eq(uint32(id), badgeType, "type");
    }

    function testZeroHasNoBalance() public {
        vm.expectRevert(abi.encodeWithSelector(IExpertiseBadge.BadgeUnknown.selector, 0));
        badge.balanceOf(address(0));
    }

    function testStandardsByTheirIdentifiers() public view {
        yes(badge.supportsInterface(0x01ffc9a7), "ERC-165");
        yes(badge.supportsInterface(0x80ac58cd), "ERC-721");
        yes(badge.supportsInterface(0x5b5e139f), "ERC-721 metadata");
        yes(badge.supportsInterface(0xb45a3c0e), "ERC-5192");
        yes(badge.supportsInterface(0x0489b56f), "ERC-5484");
        yes(!badge.supportsInterface(0xffffffff), "not the invalid identifier");
        yes(!badge.supportsInterface(0x780e9d63), "not ERC-721 enumerable");
        eq(badge.name(), "Peritus Expertise", "name");
        eq(badge.symbol(), "PERITUS", "symbol");
    }

    function testMetadata() public {
        uint256 id = mint(grantOf(SAFETY, 3));
        eq(
            badge.tokenURI(id),
            vm.readFile("testdata/metadata.txt"),
            "tokenURI (after an intended change, decode it, look at the picture and replace testdata/metadata.txt)"
        );
    }

    function revoke(uint256 id, IExpertiseBadge.Reason reason, bool decided) private {
        vm.prank(decided ? owner : issuer);
        if (decided) badge.revokeDecided(id, reason, DECISION);
        else badge.revoke(id, reason);
    }

    function gone(uint256 id) private {
        bytes memory unknown = abi.encodeWithSelector(IExpertiseBadge.BadgeUnknown.selector, id);
        vm.expectRevert(unknown);
        badge.ownerOf(id);
        vm.expectRevert(unknown);
        badge.badgeOf(id);
        vm.expectRevert(unknown);
        badge.locked(id);
        vm.expectRevert(unknown);
        badge.burnAuth(id);
        vm.expectRevert(unknown);
        badge.getApproved(id);
        vm.expectRevert(unknown);
        badge.tokenURI(id);
        vm.expectRevert(unknown);
        vm.prank(holder);
        badge.surrender(id);
    }
}
