// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Anchors the checkpoints of one log on chain.
/// @notice A checkpoint is the RFC 6962 root of the log and its size. Anchoring one is a public promise that the log
/// had exactly these entries by then. The newest 64 stay checkable by other contracts, so that a proof does not go
/// stale at the next anchor; older ones remain in the events.
interface IAnchor {
    /* EVENTS */

    /// @notice A checkpoint was anchored. `sequence` counts from zero; its slot is `sequence % 64`.
    event Anchored(uint64 indexed sequence, uint64 indexed size, bytes32 root);

    /// @notice The owner named the next sender, or with zero withdrew the name.
    event SenderProposed(address indexed sender);

    /// @notice The account that anchors is now `sender`.
    event SenderChanged(address indexed previous, address indexed sender);

    /// @notice Somebody posted a message about a subject.
    event Posted(bytes32 indexed subject, bytes message);

    /* ERRORS */

    /// @notice Only the sender anchors.
    error AnchorNotSender(address account);
    /// @notice Only the account that was proposed can accept.
    error AnchorNotProposed(address account);
    /// @notice The log only grows, and by at most 2^32 entries a step.
    error AnchorSize(uint64 size, uint64 current);
    /// @notice A message is at most 8,192 bytes long.
    error AnchorPost(uint256 length);
    /// @notice There is no such slot.
    error AnchorSlot(uint256 slot);
    /// @notice The sender can not be the zero address.
    error AnchorSenderZero();
    /// @notice The genesis digest can not be zero.
    error AnchorGenesisZero();
    /// @notice The contract is never left without an owner; hand it over instead.
    error AnchorOwnerRequired();

    /* ANCHORING */

    /// @notice Anchors a checkpoint. Sender only. `size` is larger than the last one, by at most {MAX_STEP}.
    /// @dev Warning: nothing here can know whether `root` is the log's. A wrong root is public for good, is refuted by
    /// anyone who replays the log, and costs the sender its office, not the log its truth.
    function anchor(bytes32 root, uint64 size) external;

    /* POSTING */

    /// @notice Puts a signed message on chain that the log's keeper does not take: a ballot, a veto or another act. Once the
    /// block is final the log has to take it in, or is refuted. Anybody may send it for anybody.
    /// @param subject What it is about: the digest of the proposal.
    /// @param message What would be sent to the log. It is checked by those who read it; a message that says nothing is
    /// paid for by its sender and passed over.
    function post(bytes32 subject, bytes calldata message) external;

    /* SENDER */

    /// @notice Names the account that may become the sender. Owner only. Zero withdraws the name.
    function proposeSender(address next) external;

    /// @notice Becomes the sender, as the account that was proposed.
    function acceptSender() external;

    /// @notice The account that anchors.
    function sender() external view returns (address);

    /// @notice The account that may become the sender, or zero.
    function proposedSender() external view returns (address);

    /* READING */

    /// @notice SHA-256 of the log's entry 0, the file genesis.json.
    function GENESIS() external view returns (bytes32);

    /// @notice The most entries that the log may grow by from one anchor to the next.
    function MAX_STEP() external view returns (uint64);

    /// @notice How many anchors stay checkable.
    function SLOTS() external view returns (uint256);

    /// @notice The newest anchored size, and how many anchors there have been.
    function latest() external view returns (uint64 size, uint64 count);

    /// @notice The keccak-256 of `abi.encode(root, size)` in a slot, or zero if the slot was never used.
    function slotAt(uint256 slot) external view returns (bytes32);

    /// @notice Whether a slot holds exactly this checkpoint.
    function isAnchored(bytes32 root, uint64 size, uint256 slot) external view returns (bool);

    /// @notice Whether an entry is in the log: the RFC 6962 proof leads from its leaf to a checkpoint that a slot holds.
    /// @param leaf The leaf's hash, {leafHash} of the entry.
    /// @param proof The path from the leaf to the root, the leaf's sibling first.
    /// @dev Warning: a contract that acts on an entry must compute `leaf` from the entry itself. A proof is about one
    /// checkpoint: after 64 more anchors a newer one is needed.
    function verify(bytes32 leaf, uint64 index, bytes32[] calldata proof, uint64 size, bytes32 root, uint256 slot)
        external
        view
        returns (bool);

    /// @notice The hash of a leaf: SHA-256 of a zero byte and the entry.
    function leafHash(bytes calldata entry) external pure returns (bytes32);
}
