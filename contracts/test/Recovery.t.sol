// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC721} from "@openzeppelin/contracts/interfaces/IERC721.sol";

import {IERC5192} from "../src/interfaces/IERC5192.sol";
import {IERC5484} from "../src/interfaces/IERC5484.sol";
import {IExpertiseBadge} from "../src/interfaces/IExpertiseBadge.sol";
import {BadgeTest} from "./BadgeTest.sol";

/// @dev A lost key: its badges go to a new address that agrees, unless the old key objects, and once.
contract RecoveryTest is BadgeTest {
    uint256 private newKey = 0x4E3;
    address private heir;

    function setUp() public override {
        super.setUp();
        heir = vm.addr(newKey);
        mint(grantOf(SAFETY, 3));
        mint(grantOf(LICENSING, 2));
    }

    function testRecoveryMovesBadgesAsTheyWere() public {
        IExpertiseBadge.Badge[] memory before = badge.badgesOf(holder);
        uint64 executable = propose();
        vm.warp(executable);
        vm.expectEmit(true, true, true, true, address(badge));
        emit IExpertiseBadge.Recovered(holder, heir);
        for (uint256 i = 0; i < 2; ++i) {
            uint256 id = badge.idOf(heir, before[i].badgeType);
            uint256 old = badge.idOf(holder, before[i].badgeType);
            vm.expectEmit(true, true, true, true, address(badge));
            emit IERC721.Transfer(holder, address(0), old);
            vm.expectEmit(true, true, true, true, address(badge));
            emit IERC721.Transfer(address(0), heir, id);
            vm.expectEmit(true, true, true, true, address(badge));
            emit IERC5192.Locked(id);
            vm.expectEmit(true, true, true, true, address(badge));
            emit IERC5484.Issued(issuer, heir, id, before[i].burn);
        }
        vm.prank(address(0x5E9D)); // anybody may send it
        badge.executeRecovery(holder);

        IExpertiseBadge.Badge[] memory now_ = badge.badgesOf(heir);
        eq(now_.length, 2, "both");
        for (uint256 i = 0; i < 2; ++i) {
            before[i].holder = heir;
            eq(keccak256(abi.encode(now_[i])), keccak256(abi.encode(before[i])), "as it was but for its holder");
        }
        eq(badge.balanceOf(holder), 0, "nothing is left");
        eq(badge.levelOf(holder, SAFETY), 0, "no level is left");
        uint256 gone = badge.idOf(holder, SAFETY);
        vm.expectRevert(abi.encodeWithSelector(IExpertiseBadge.BadgeUnknown.selector, gone));
        badge.ownerOf(gone);
        yes(badge.recoveryOf(holder).executed, "on record");
        eq(badge.recoveryOf(holder).to, heir, "and where to");
    }

    function testFuzzOldKeyObjectsInTime(uint64 when, bool relayed) public {
        uint64 executable = propose();
        vm.warp(bound(when, time(), executable + YEAR)); // as long as nobody executed it
        bytes memory objection =
            relayed ? signature(holderKey, badge.objectionDigest(holder, heir, executable)) : bytes("");
        vm.expectEmit(true, true, true, true, address(badge));
        emit IExpertiseBadge.RecoveryCancelled(holder, heir, 0);
        vm.prank(relayed ? address(0x5E9D) : holder);
        badge.objectToRecovery(holder, objection);
        vm.warp(executable + YEAR);
        none();
        eq(badge.balanceOf(holder), 2, "nothing moved");
    }

    function testFuzzOnlyTheOldKeyObjects(uint256 key, bytes calldata garbage) public {
        key = bound(key, 1, type(uint128).max);
        vm.assume(key != holderKey);
        uint64 executable = propose();
        bytes memory refusal = abi.encodeWithSelector(IExpertiseBadge.BadgeRecoveryObjection.selector, holder);
        bytes memory objection = signature(key, badge.objectionDigest(holder, heir, executable));
        vm.expectRevert(refusal);
        badge.objectToRecovery(holder, objection);
        vm.expectRevert(refusal);
        badge.objectToRecovery(holder, garbage);
    }

    /// An objection is to one proposal: what was signed then does not stop the next.
    function testObjectionServesOnce() public {
        bytes memory objection = signature(holderKey, badge.objectionDigest(holder, heir, propose()));
        badge.objectToRecovery(holder, objection);
        vm.warp(time() + 1);
        propose();
        vm.expectRevert(abi.encodeWithSelector(IExpertiseBadge.BadgeRecoveryObjection.selector, holder));
        badge.objectToRecovery(holder, objection);
    }

    function testOwnerCallsItOff() public {
        propose();
        vm.expectEmit(true, true, true, true, address(badge));
        emit IExpertiseBadge.RecoveryCancelled(holder, heir, DECISION);
        vm.prank(owner);
        badge.cancelRecovery(holder, DECISION);
        none();
        vm.expectRevert(abi.encodeWithSelector(IExpertiseBadge.BadgeRecoveryUnknown.selector, holder));
        vm.prank(owner);
        badge.cancelRecovery(holder, DECISION);
    }

    function testFuzzNotBeforeTheDelay(uint64 early) public {
        uint64 executable = propose();
        eq(executable, time() + badge.RECOVERY_DELAY(), "delay");
        vm.warp(executable - bound(early, 1, 14 days));
        vm.expectRevert(abi.encodeWithSelector(IExpertiseBadge.BadgeRecoveryEarly.selector, holder, executable));
        badge.executeRecovery(holder);
    }

    function testRecoveryHappensOnceAndTheOldAddressIsClosed() public {
        vm.warp(propose());
        Signed memory pending = grantOf(SAFETY, 5);
        badge.executeRecovery(holder);
        none();
        bytes memory closed = abi.encodeWithSelector(IExpertiseBadge.BadgeHolderMoved.selector, holder);
        refuse(pending, closed);
        vm.warp(time() + YEAR);
        refuse(grantOf(SAFETY, 5), closed);
        refuse(grantOf(LICENSING, 1), closed);
        createType(7, "nlp", "Linguist", 3, 0);
        allow(7, issuer, true);
        refuse(grantOf(7, 1), closed); // not of a type that it never had either
        vm.expectRevert(abi.encodeWithSelector(IExpertiseBadge.BadgeRecoveryEmpty.selector, holder));
        proposeTo(0x4E4);
    }

    function testNewAddressGoesOnAndCanBeLostToo() public {
        vm.warp(propose());
        badge.executeRecovery(holder);
        mint(grantTo(newKey, SAFETY, 4));
        eq(badge.levelOf(heir, SAFETY), 4, "a level more");
        uint256 oldKey = holderKey;
        (holderKey, holder) = (newKey, heir);
        vm.expectRevert(abi.encodeWithSelector(IExpertiseBadge.BadgeRecoveryTarget.selector, vm.addr(oldKey)));
        proposeTo(oldKey); // not back
        newKey = 0x4E5;
        heir = vm.addr(newKey);
        vm.warp(propose());
        badge.executeRecovery(holder);
        eq(badge.levelOf(heir, SAFETY), 4, "moved again");
    }

    function testFuzzNewAddressAgrees(uint8 field, uint256 noise) public {
        uint64 deadline = time() + 1 days;
        (address from, address to) = (holder, heir);
        field = uint8(bound(field, 0, 3));
        if (field == 0) from = vm.addr(bound(noise, 1, type(uint128).max));
        if (field == 1) to = vm.addr(bound(noise, 1, type(uint128).max));
        if (field == 2) deadline += uint64(bound(noise, 1, YEAR));
        vm.assume(field > 1 || (from == holder) != (to == heir));
        uint256 key = field == 3 ? bound(noise, newKey + 1, type(uint128).max) : newKey;
        bytes memory consent = signature(key, badge.recoveryDigest(from, to, deadline));
        vm.expectRevert(abi.encodeWithSelector(IExpertiseBadge.BadgeRecoveryConsent.selector, heir));
        vm.prank(owner);
        badge.proposeRecovery(holder, heir, time() + 1 days, consent, DECISION);
    }

    function testAgreementLapses() public {
        uint64 deadline = time();
        bytes memory consent = signature(newKey, badge.recoveryDigest(holder, heir, deadline));
        vm.warp(deadline + 1);
        vm.expectRevert(abi.encodeWithSelector(IExpertiseBadge.BadgeRecoveryExpired.selector, heir, deadline));
        vm.prank(owner);
        badge.proposeRecovery(holder, heir, deadline, consent, DECISION);
    }

    function testTargetNeverHadABadge() public {
        mint(grantTo(0x4E6, SAFETY, 1));
        bytes memory used = abi.encodeWithSelector(IExpertiseBadge.BadgeRecoveryTarget.selector, vm.addr(0x4E6));
        vm.expectRevert(used);
        proposeTo(0x4E6);
        uint256 id = badge.idOf(vm.addr(0x4E6), SAFETY);
        vm.prank(vm.addr(0x4E6));
        badge.surrender(id);
        vm.expectRevert(used);
        proposeTo(0x4E6);
        vm.expectRevert(abi.encodeWithSelector(IExpertiseBadge.BadgeRecoveryTarget.selector, holder));
        proposeTo(holderKey);
        vm.expectRevert(abi.encodeWithSelector(IExpertiseBadge.BadgeRecoveryConsent.selector, address(0)));
        vm.prank(owner);
        badge.proposeRecovery(holder, address(0), time(), new bytes(65), DECISION);

        vm.warp(propose());
        mint(grantTo(newKey, SAFETY, 1)); // meanwhile
        vm.expectRevert(abi.encodeWithSelector(IExpertiseBadge.BadgeRecoveryTarget.selector, heir));
        badge.executeRecovery(holder);
    }

    /// What ended stays ended, what ended meanwhile does not move, and expired badges move as they are.
    function testFuzzLiveBadgesMove(uint8 count, uint64 ended) public {
        count = uint8(bound(count, 1, 62));
        for (uint32 i = 1; i <= count; ++i) {
            createType(100 + i, "nlp", "Linguist", 5, 0);
            allow(100 + i, issuer, true);
            mint(grantOf(100 + i, uint8(1 + i % 5)));
        }
        uint64 executable = propose();
        uint256 live = 2;
        for (uint32 i = 1; i <= count; ++i) {
            uint256 id = badge.idOf(holder, 100 + i);
            if ((ended >> i) & 1 == 0) {
                ++live;
                continue;
            }
            vm.prank(holder);
            badge.surrender(id);
        }
        vm.warp(executable);
        badge.executeRecovery(holder);
        eq(badge.balanceOf(heir), live, "balance");
        eq(badge.badgesOf(heir).length, live, "badges");
        for (uint32 i = 1; i <= count; ++i) {
            eq(badge.levelOf(heir, 100 + i), (ended >> i) & 1 == 0 ? 1 + i % 5 : 0, "level");
        }
    }

    function testNothingLeftToRecover() public {
        vm.warp(propose());
        for (uint32 i = 1; i <= 2; ++i) {
            uint256 id = badge.idOf(holder, i);
            vm.prank(holder);
            badge.surrender(id);
        }
        vm.expectRevert(abi.encodeWithSelector(IExpertiseBadge.BadgeRecoveryEmpty.selector, holder));
        badge.executeRecovery(holder);
        mint(grantTo(0x4E6, SAFETY, 1));
        vm.expectRevert(abi.encodeWithSelector(IExpertiseBadge.BadgeRecoveryEmpty.selector, heir));
        vm.prank(owner);
        badge.proposeRecovery(heir, vm.addr(0x4E7), time(), "", DECISION);
    }

    /// Nobody comes to hold a badge that one issued oneself.
    function testIssuerIsNoHeir() public {
        newKey = 0x155;
        heir = vm.addr(newKey);
        allow(SAFETY, heir, true);
        address usual = issuer;
        issuer = heir;
        vm.warp(time() + 1);
        mint(grantOf(SAFETY, 4));
        issuer = usual;
        vm.warp(propose());
        vm.expectRevert(abi.encodeWithSelector(IExpertiseBadge.BadgeSelfIssued.selector, heir));
        badge.executeRecovery(holder);
    }

    function testSecondProposalTakesThePlaceOfTheFirst() public {
        uint64 first = propose();
        vm.warp(time() + 1 days);
        newKey = 0x4E4;
        heir = vm.addr(newKey);
        uint64 second = propose();
        vm.warp(first);
        vm.expectRevert(abi.encodeWithSelector(IExpertiseBadge.BadgeRecoveryEarly.selector, holder, second));
        badge.executeRecovery(holder);
        vm.warp(second);
        badge.executeRecovery(holder);
        eq(badge.balanceOf(heir), 2, "to the second");
    }

    /* HELPERS */

    function propose() private returns (uint64 executable) {
        executable = time() + 14 days;
        vm.expectEmit(true, true, true, true, address(badge));
        emit IExpertiseBadge.RecoveryProposed(holder, heir, executable, DECISION);
        proposeTo(newKey);
    }

    function proposeTo(uint256 key) private {
        bytes memory consent = agreed(key);
        vm.prank(owner);
        badge.proposeRecovery(holder, vm.addr(key), time(), consent, DECISION);
    }

    function agreed(uint256 key) private view returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digestOf(vm.addr(key)));
        return abi.encodePacked(r, s, v);
    }

    /// @dev The message by hand: an expected revert must not meet a call to the contract first.
    function digestOf(address to) private view returns (bytes32) {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("Peritus"),
                keccak256("1"),
                block.chainid,
                address(badge)
            )
        );
        bytes32 message =
            keccak256(abi.encode(keccak256("Recovery(address from,address to,uint64 deadline)"), holder, to, time()));
        return keccak256(abi.encodePacked(hex"1901", domain, message));
    }

    function none() private {
        vm.expectRevert(abi.encodeWithSelector(IExpertiseBadge.BadgeRecoveryUnknown.selector, holder));
        badge.executeRecovery(holder);
    }
}
