// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";

import {Anchor} from "../src/Anchor.sol";
import {IAnchor} from "../src/interfaces/IAnchor.sol";
import {Test} from "./Test.sol";

contract AnchorTest is Test {
    bytes32 private constant GENESIS = sha256("genesis.json");

    address private owner = address(0xA11CE);
    address private sender = address(0x5E4D);
    Anchor private anchor;

    function setUp() public {
        anchor = new Anchor(owner, sender, GENESIS);
    }

    function testNewAnchor() public view {
        eq(anchor.GENESIS(), GENESIS, "genesis");
        eq(anchor.sender(), sender, "sender");
        eq(anchor.owner(), owner, "owner");
        eq(anchor.SLOTS(), 64, "slots");
        eq(anchor.MAX_STEP(), 4294967296, "step");
        (uint64 size, uint64 count) = anchor.latest();
        eq(size, 0, "size");
        eq(count, 0, "count");
        eq(anchor.slotAt(63), bytes32(0), "an unused slot");
    }

    function testConstructorRefusesZeros() public {
        refuseNew(owner, address(0), GENESIS, abi.encodeWithSelector(IAnchor.AnchorSenderZero.selector));
        refuseNew(owner, sender, bytes32(0), abi.encodeWithSelector(IAnchor.AnchorGenesisZero.selector));
        refuseNew(address(0), sender, GENESIS, abi.encodeWithSelector(Ownable.OwnableInvalidOwner.selector, address(0)));
    }

    function refuseNew(address owner_, address sender_, bytes32 genesis, bytes memory want) private {
        try new Anchor(owner_, sender_, genesis) {
            revert Untrue("a bad anchor was made");
        } catch (bytes memory why) {
            eq(keccak256(why), keccak256(want), "reason");
        }
    }

    function testFuzzAnchor(bytes32 root, uint64 size) public {
        size = uint64(bound(size, 1, 2 ** 32));
        vm.expectEmit(true, true, true, true, address(anchor));
        emit IAnchor.Anchored(0, size, root);
        vm.prank(sender);
        anchor.anchor(root, size);
        (uint64 got, uint64 count) = anchor.latest();
        eq(got, size, "size");
        eq(count, 1, "count");
        eq(anchor.slotAt(0), keccak256(abi.encode(root, size)), "slot");
        yes(anchor.isAnchored(root, size, 0), "anchored");
        yes(!anchor.isAnchored(root, size + 1, 0), "not another size");
        yes(!anchor.isAnchored(~root, size, 0), "not another root");
        yes(!anchor.isAnchored(root, size, 1), "not in another slot");
    }

    /// The ring holds the last 64 anchors, each in the slot of its sequence, and nothing older.
    function testFuzzRing(uint8 count) public {
        for (uint64 i = 0; i < count; ++i) {
            vm.prank(sender);
            anchor.anchor(keccak256(abi.encode(i)), 10 + i);
        }
        for (uint64 i = 0; i < count; ++i) {
            bool held = anchor.isAnchored(keccak256(abi.encode(i)), 10 + i, i % 64);
            yes(held == (uint256(i) + 64 >= count), "the last 64 are held");
        }
    }

    function testFuzzSizeGrowsByBoundedSteps(uint64 first, uint64 second) public {
        first = uint64(bound(first, 1, 2 ** 32));
        vm.prank(sender);
        anchor.anchor("a", first);
        bool allowed = second > first && second - first <= 2 ** 32;
        if (!allowed) vm.expectRevert(abi.encodeWithSelector(IAnchor.AnchorSize.selector, second, first));
        vm.prank(sender);
        anchor.anchor("b", second);
    }

    function testSizeStepEdges() public {
        vm.expectRevert(abi.encodeWithSelector(IAnchor.AnchorSize.selector, 0, 0));
        vm.prank(sender);
        anchor.anchor("a", 0);
        vm.expectRevert(abi.encodeWithSelector(IAnchor.AnchorSize.selector, 2 ** 32 + 1, 0));
        vm.prank(sender);
        anchor.anchor("a", 2 ** 32 + 1);
        vm.prank(sender);
        anchor.anchor("a", 2 ** 32);
        vm.expectRevert(abi.encodeWithSelector(IAnchor.AnchorSize.selector, 2 ** 32, 2 ** 32));
        vm.prank(sender);
        anchor.anchor("a", 2 ** 32);
    }

    function testFuzzOnlyTheSenderAnchors(address stranger) public {
        vm.assume(stranger != sender);
        vm.expectRevert(abi.encodeWithSelector(IAnchor.AnchorNotSender.selector, stranger));
        vm.prank(stranger);
        anchor.anchor("a", 1);
    }

    function testFuzzSlotsEnd(uint256 slot) public {
        slot = bound(slot, 64, type(uint256).max - 1);
        bytes memory refusal = abi.encodeWithSelector(IAnchor.AnchorSlot.selector, slot);
        vm.expectRevert(refusal);
        anchor.slotAt(slot);
        vm.expectRevert(refusal);
        anchor.isAnchored("a", 1, slot);
    }

    function testFuzzSenderIsHandedOverInTwoSteps(address next) public {
        vm.assume(next != sender && next != address(0));
        vm.expectEmit(true, true, true, true, address(anchor));
        emit IAnchor.SenderProposed(next);
        vm.prank(owner);
        anchor.proposeSender(next);
        eq(anchor.sender(), sender, "not before it is accepted");
        eq(anchor.proposedSender(), next, "proposed");

        vm.expectRevert(abi.encodeWithSelector(IAnchor.AnchorNotProposed.selector, sender));
        vm.prank(sender);
        anchor.acceptSender();

        vm.expectEmit(true, true, true, true, address(anchor));
        emit IAnchor.SenderChanged(sender, next);
        vm.prank(next);
        anchor.acceptSender();
        eq(anchor.sender(), next, "sender");
        eq(anchor.proposedSender(), address(0), "nobody proposed");

        vm.prank(next);
        anchor.anchor("a", 1);
        vm.expectRevert(abi.encodeWithSelector(IAnchor.AnchorNotSender.selector, sender));
        vm.prank(sender);
        anchor.anchor("b", 2);
    }

    function testProposalCanBeWithdrawn() public {
        address next = address(0xBEEF);
        vm.prank(owner);
        anchor.proposeSender(next);
        vm.prank(owner);
        anchor.proposeSender(address(0));
        vm.expectRevert(abi.encodeWithSelector(IAnchor.AnchorNotProposed.selector, next));
        vm.prank(next);
        anchor.acceptSender();
        eq(anchor.sender(), sender, "unchanged");
    }

    function testFuzzOnlyTheOwnerProposes(address stranger) public {
        vm.assume(stranger != owner);
        vm.expectRevert(abi.encodeWithSelector(Ownable.OwnableUnauthorizedAccount.selector, stranger));
        vm.prank(stranger);
        anchor.proposeSender(stranger);
    }

    function testHandingOverKeepsSizeAndRing() public {
        vm.prank(sender);
        anchor.anchor("a", 7);
        vm.prank(owner);
        anchor.proposeSender(address(0xBEEF));
        vm.prank(address(0xBEEF));
        anchor.acceptSender();
        (uint64 size, uint64 count) = anchor.latest();
        eq(size, 7, "size");
        eq(count, 1, "count");
        yes(anchor.isAnchored("a", 7, 0), "ring");
    }

    function testOwnerNeverLeaves() public {
        vm.expectRevert(IAnchor.AnchorOwnerRequired.selector);
        vm.prank(owner);
        anchor.renounceOwnership();
    }

    /* POSTING */

    function testFuzzAnybodyPosts(address account, bytes32 subject, bytes calldata message) public {
        vm.assume(message.length <= 8192);
        vm.expectEmit(true, true, true, true, address(anchor));
        emit IAnchor.Posted(subject, message);
        vm.prank(account);
        anchor.post(subject, message);
    }

    function testPostsAreLimited() public {
        anchor.post(0, new bytes(8192));
        vm.expectRevert(abi.encodeWithSelector(IAnchor.AnchorPost.selector, 8193));
        anchor.post(0, new bytes(8193));
    }

    /* PROVING */

    /// Every entry of every tree is proved by its path, built here from RFC 9162's definition, and by no other.
    function testFuzzVerify(uint8 entries, uint64 index, bytes32 noise) public {
        uint64 size = uint64(bound(entries, 1, 70));
        index = uint64(bound(index, 0, size - 1));
        bytes32 root = treeRoot(0, size);
        vm.prank(sender);
        anchor.anchor(root, size);
        bytes32[] memory proof = path(index, 0, size);
        bytes32 leaf = anchor.leafHash(abi.encode(index));
        eq(leaf, leafAt(index), "leaf");
        yes(anchor.verify(leaf, index, proof, size, root, 0), "proved");

        yes(!anchor.verify(noise, index, proof, size, root, 0), "another leaf");
        yes(!anchor.verify(leaf, index, proof, size, root, 1), "another slot");
        yes(!anchor.verify(leaf, index, proof, size, noise, 0), "another root");
        yes(!anchor.verify(leaf, index, proof, size + 1, root, 0), "another size");
        yes(!anchor.verify(leaf, size + index, proof, size, root, 0), "an index beyond the tree");
        bytes32[] memory longer = new bytes32[](proof.length + 1);
        for (uint256 i = 0; i < proof.length; ++i) {
            longer[i] = proof[i];
        }
        yes(!anchor.verify(leaf, index, longer, size, root, 0), "a path that is too long");
        if (size == 1) return;
        yes(!anchor.verify(leaf, (index + 1) % size, proof, size, root, 0), "another index");
        bytes32 first = proof[0];
        proof[0] = noise;
        yes(!anchor.verify(leaf, index, proof, size, root, 0), "another path");
        proof[0] = first;
        bytes32[] memory shorter = new bytes32[](proof.length - 1);
        for (uint256 i = 0; i < shorter.length; ++i) {
            shorter[i] = proof[i];
        }
        yes(!anchor.verify(leaf, index, shorter, size, root, 0), "a path that is too short");
    }

    /// Within size and root, an index proves at most one leaf: a hash inside the tree is none.
    function testInnerNodesAreNoLeaves() public {
        bytes32 root = treeRoot(0, 4);
        vm.prank(sender);
        anchor.anchor(root, 4);
        bytes32[] memory proof = new bytes32[](1);
        proof[0] = treeRoot(2, 4);
        for (uint64 i = 0; i < 4; ++i) {
            yes(!anchor.verify(treeRoot(0, 2), i, proof, 4, root, 0), "an inner node");
        }
        yes(!anchor.verify(root, 0, new bytes32[](0), 4, root, 0), "the root");
    }

    function leafAt(uint64 index) private pure returns (bytes32) {
        return sha256(abi.encodePacked(hex"00", abi.encode(index)));
    }

    /// @dev Where a tree of n entries is divided: the largest power of two below n.
    function half(uint64 n) private pure returns (uint64 k) {
        k = 1;
        while (k * 2 < n) k *= 2;
    }

    function treeRoot(uint64 from, uint64 to) private pure returns (bytes32) {
        if (to - from == 1) return leafAt(from);
        uint64 middle = from + half(to - from);
        return sha256(abi.encodePacked(hex"01", treeRoot(from, middle), treeRoot(middle, to)));
    }

    function path(uint64 index, uint64 from, uint64 to) private pure returns (bytes32[] memory out) {
        if (to - from == 1) return new bytes32[](0);
        uint64 middle = from + half(to - from);
        bool left = index < middle;
        bytes32[] memory below = left ? path(index, from, middle) : path(index, middle, to);
        out = new bytes32[](below.length + 1);
        for (uint256 i = 0; i < below.length; ++i) {
            out[i] = below[i];
        }
        out[below.length] = left ? treeRoot(middle, to) : treeRoot(from, middle);
    }
}
