// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";

import {Anchor} from "../src/Anchor.sol";
import {IERC5484} from "../src/interfaces/IERC5484.sol";
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

/// @dev What the test needs of EAS, the Ethereum Attestation Service.
interface IEAS {
    struct Data {
        address recipient;
        uint64 expirationTime;
        bool revocable;
        bytes32 refUID;
        bytes data;
        uint256 value;
    }

    struct Request {
        bytes32 schema;
        Data data;
    }

    function attest(Request calldata request) external payable returns (bytes32);
}

interface ISchemaRegistry {
    function register(string calldata schema, address resolver, bool revocable) external returns (bytes32);
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

    /// The holder's transaction and the issuer's, and both: nothing is free, it is only paid by another.
    function testGasOfAgreement() public {
        Signed memory grant = grantOf(SAFETY, 3);
        (grant.deadline, grant.consent) = (time() + badge.AGREEMENT_LIFE(), "");
        vm.prank(holder);
        badge.agree(SAFETY, 3, issuer, IERC5484.BurnAuth.Both, grant.expires);
        uint256 agreed = vm.lastCallGas().gasTotalUsed;
        vm.snapshotValue("gas", "badge: agree, by the holder", agreed);
        measure("badge: mint to a new holder who agreed", grant);
        uint256 minted = vm.lastCallGas().gasTotalUsed;
        yes(minted <= 50_000, "at most 50,000, transaction and consent included");
        vm.snapshotValue("gas", "badge: agree and mint, both transactions", agreed + minted);

        vm.prank(vm.addr(0xCA7));
        badge.agree(SAFETY, 3, issuer, IERC5484.BurnAuth.Both, grant.expires);
        vm.prank(vm.addr(0xCA7));
        badge.withdrawAgreement(SAFETY);
        vm.snapshotGasLastCall("gas", "badge: withdraw an agreement, by the holder");
    }

    function testGasOfBatchOfAgreed() public {
        Signed[] memory grants = new Signed[](20);
        for (uint256 i = 0; i < 20; ++i) {
            grants[i] = grantTo(1000 + i, SAFETY, 3);
            (grants[i].deadline, grants[i].consent) = (time() + badge.AGREEMENT_LIFE(), "");
            vm.prank(grants[i].holder);
            badge.agree(SAFETY, 3, issuer, IERC5484.BurnAuth.Both, grants[i].expires);
        }
        IExpertiseBadge.Batch[] memory batches = batchOf(grants);
        vm.prank(issuer);
        badge.mintBatch(batches);
        uint256 each = vm.lastCallGas().gasTotalUsed / 20;
        vm.snapshotValue("gas", "badge: mint to each of 20 new holders who agreed in a batch", each);
    }

    function testGasOfPlainBadge() public {
        PlainBadge plain = new PlainBadge();
        plain.mint(holder, badge.idOf(holder, SAFETY), type(uint256).max >> 128);
        vm.snapshotGasLastCall("gas", "for comparison: OpenZeppelin ERC-721 mint with one slot of facts, no consent");
    }

    /// EAS as its authors compiled it, attesting the same facts to the same holder, whom it does not ask.
    function testGasOfAttestation() public {
        ISchemaRegistry registry = ISchemaRegistry(deploy("testdata/eas/SchemaRegistry.hex", ""));
        IEAS eas = IEAS(deploy("testdata/eas/EAS.hex", abi.encode(registry)));
        bytes32 schema = registry.register("uint32 badgeType,uint8 level,uint64 issued", address(0), true);
        vm.prank(issuer);
        eas.attest(
            IEAS.Request({
                schema: schema,
                data: IEAS.Data({
                    recipient: holder,
                    expirationTime: time() + YEAR,
                    revocable: true,
                    refUID: 0,
                    data: abi.encode(SAFETY, uint8(3), time()),
                    value: 0
                })
            })
        );
        vm.snapshotGasLastCall("gas", "for comparison: EAS attest, no consent");
    }

    function testGasOfEndorsedMint() public {
        changeType(SAFETY, 2 * YEAR, 2, 3, IERC5484.BurnAuth.Both);
        uint256[2] memory keys = [uint256(0xE1), 0xE2];
        if (vm.addr(keys[1]) < vm.addr(keys[0])) (keys[0], keys[1]) = (keys[1], keys[0]);
        IExpertiseBadge.Endorsement[] memory two = new IExpertiseBadge.Endorsement[](2);
        Signed memory grant = grantOf(SAFETY, 3);
        grant.consent = signature(holderKey, badge.requestDigest(bare(grant), "evidence"));
        for (uint256 i = 0; i < 2; ++i) {
            mint(grantTo(keys[i], SAFETY, 4));
            address endorser = vm.addr(keys[i]);
            bytes32 digest = badge.endorsementDigest(bare(grant), "evidence", endorser, grant.deadline);
            two[i] = IExpertiseBadge.Endorsement(endorser, SAFETY, grant.deadline, signature(keys[i], digest));
        }
        badge.mintEndorsed(bare(grant), grant.consent, "evidence", two);
        vm.snapshotGasLastCall("gas", "badge: mint with two endorsements");
    }

    function testGasOfRecovery() public {
        mint(grantOf(SAFETY, 3));
        mint(grantOf(LICENSING, 2));
        address heir = vm.addr(0x4E3);
        bytes memory consent = signature(0x4E3, badge.recoveryDigest(holder, heir, time()));
        vm.prank(owner);
        badge.proposeRecovery(holder, heir, time(), consent, DECISION);
        vm.warp(time() + badge.RECOVERY_DELAY());
        badge.executeRecovery(holder);
        vm.snapshotGasLastCall("gas", "badge: recover two badges");
    }

    /// A proof as deep as a log of a million entries.
    function testGasOfVerify() public {
        Anchor anchor = new Anchor(owner, issuer, sha256("genesis.json"));
        bytes32[] memory proof = new bytes32[](20);
        bytes32 leaf = keccak256("leaf");
        bytes32 root = leaf;
        uint64 index = 0xABCDE;
        for (uint256 i = 0; i < 20; ++i) {
            proof[i] = keccak256(abi.encode(i));
            root = (index >> i) & 1 == 1
                ? sha256(abi.encodePacked(hex"01", proof[i], root))
                : sha256(abi.encodePacked(hex"01", root, proof[i]));
        }
        vm.prank(issuer);
        anchor.anchor(root, 2 ** 20);
        bool ok = anchor.verify(leaf, index, proof, 2 ** 20, root, 0);
        uint256 gas = vm.lastCallGas().gasTotalUsed; // forge meters a call that only reads without a transaction
        yes(ok, "a proof");
        vm.snapshotValue("gas", "anchor: verify a proof of depth 20, execution", gas);
        yes(gas <= 60_000, "at most 60,000 to execute");
    }

    function testGasOfPost() public {
        Anchor anchor = new Anchor(owner, issuer, sha256("genesis.json"));
        anchor.post("proposal", new bytes(600));
        vm.snapshotGasLastCall("gas", "anchor: post 600 bytes");
    }

    function deploy(string memory file, bytes memory arguments) private returns (address created) {
        bytes memory code = abi.encodePacked(vm.parseBytes(vm.readFile(file)), arguments);
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            created := create(0, add(code, 32), mload(code))
        }
        yes(created != address(0), "deployed");
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
