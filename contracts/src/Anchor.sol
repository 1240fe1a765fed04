// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {Ownable2Step} from "@openzeppelin/contracts/access/Ownable2Step.sol";

import {IAnchor} from "./interfaces/IAnchor.sol";

/// @title The anchor of a log. See {IAnchor} for what each function promises.
/// @dev The production owner is a timelock. The sender is a hot key that can do nothing but anchor.
contract Anchor is IAnchor, Ownable2Step {
    /// @inheritdoc IAnchor
    uint256 public constant SLOTS = 64;

    /// @inheritdoc IAnchor
    uint64 public constant MAX_STEP = 2 ** 32;

    /// @inheritdoc IAnchor
    bytes32 public immutable GENESIS;

    /// @dev Everything that an anchor reads and changes besides its slot, in one word.
    struct Head {
        address sender;
        uint64 size;
        uint32 count;
    }

    Head private _head;

    /// @inheritdoc IAnchor
    address public proposedSender;

    bytes32[SLOTS] private _ring;

    uint256 private constant MAX_POST = 8192;

    constructor(address owner_, address sender_, bytes32 genesis) Ownable(owner_) {
        if (sender_ == address(0)) revert AnchorSenderZero();
        if (genesis == bytes32(0)) revert AnchorGenesisZero();
        GENESIS = genesis;
        _head.sender = sender_;
        emit SenderChanged(address(0), sender_);
    }

    /* ANCHORING */

    /// @inheritdoc IAnchor
    function anchor(bytes32 root, uint64 size) external {
        Head memory head = _head;
        if (msg.sender != head.sender) revert AnchorNotSender(msg.sender);
        if (size <= head.size || size - head.size > MAX_STEP) revert AnchorSize(size, head.size);

        uint32 sequence = head.count;
        _ring[sequence % SLOTS] = _digest(root, size);
        head.size = size;
        head.count = sequence + 1;
        _head = head;

        emit Anchored(sequence, size, root);
    }

    /* POSTING */

    /// @inheritdoc IAnchor
    function post(bytes32 subject, bytes calldata message) external {
        if (message.length > MAX_POST) revert AnchorPost(message.length);
        emit Posted(subject, message);
    }

    /* SENDER */

    /// @inheritdoc IAnchor
    function proposeSender(address next) external onlyOwner {
        proposedSender = next;
        emit SenderProposed(next);
    }

    /// @inheritdoc IAnchor
    function acceptSender() external {
        if (msg.sender != proposedSender) revert AnchorNotProposed(msg.sender);
        address previous = _head.sender;
        _head.sender = msg.sender;
        delete proposedSender;
        emit SenderChanged(previous, msg.sender);
    }

    /// @inheritdoc IAnchor
    function sender() external view returns (address) {
        return _head.sender;
    }

    /* OWNER */

    /// @dev Without an owner a lost sender key could never be replaced.
    function renounceOwnership() public pure override {
        revert AnchorOwnerRequired();
    }

    /* READING */

    /// @inheritdoc IAnchor
    function latest() external view returns (uint64 size, uint64 count) {
        return (_head.size, _head.count);
    }

    /// @inheritdoc IAnchor
    function slotAt(uint256 slot) public view returns (bytes32) {
        if (slot >= SLOTS) revert AnchorSlot(slot);
        return _ring[slot];
    }

    /// @inheritdoc IAnchor
    function isAnchored(bytes32 root, uint64 size, uint256 slot) external view returns (bool) {
        return slotAt(slot) == _digest(root, size);
    }

    /// @inheritdoc IAnchor
    function verify(bytes32 leaf, uint64 index, bytes32[] calldata proof, uint64 size, bytes32 root, uint256 slot)
        external
        view
        returns (bool)
    {
        return index < size && slotAt(slot) == _digest(root, size) && _climb(leaf, index, size - 1, proof, root);
    }

    /// @inheritdoc IAnchor
    function leafHash(bytes calldata entry) external pure returns (bytes32) {
        return sha256(abi.encodePacked(hex"00", entry));
    }

    /* INTERNAL */

    /// @dev RFC 9162, 2.1.3.2: `index` and `last`, the place of the tree's last leaf, lose their lowest bits as the path
    /// goes up. At the right edge a subtree without a sibling goes up by itself.
    function _climb(bytes32 node, uint64 index, uint64 last, bytes32[] calldata proof, bytes32 root)
        private
        pure
        returns (bool)
    {
        for (uint256 i = 0; i < proof.length; ++i) {
            if (last == 0) return false;
            if (index & 1 == 1 || index == last) {
                node = sha256(abi.encodePacked(hex"01", proof[i], node));
                while (index & 1 == 0 && index != 0) {
                    index >>= 1;
                    last >>= 1;
                }
            } else {
                node = sha256(abi.encodePacked(hex"01", node, proof[i]));
            }
            index >>= 1;
            last >>= 1;
        }
        return last == 0 && node == root;
    }

    function _digest(bytes32 root, uint64 size) private pure returns (bytes32) {
        return keccak256(abi.encode(root, size));
    }
}
