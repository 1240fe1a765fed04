// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ExpertiseBadge} from "../src/ExpertiseBadge.sol";
import {IBadgeTypes} from "../src/interfaces/IBadgeTypes.sol";
import {IERC5484} from "../src/interfaces/IERC5484.sol";
import {IExpertiseBadge} from "../src/interfaces/IExpertiseBadge.sol";
import {Test} from "./Test.sol";

/// @dev A badge contract with two types and an issuer, and what a wallet does.
abstract contract BadgeTest is Test {
    /// @dev A grant with its holder's consent.
    struct Signed {
        address holder;
        uint32 badgeType;
        uint8 level;
        uint64 issued;
        uint64 expires;
        uint64 deadline;
        bytes consent;
    }

    uint32 internal constant SAFETY = 1;
    uint32 internal constant LICENSING = 2;
    uint64 internal constant YEAR = 365 days;
    bytes32 internal constant DECISION = keccak256("decision");

    address internal owner = address(0xA11CE);
    address internal issuer = address(0x15508);
    uint256 internal holderKey = 0xB0B;
    address internal holder;
    ExpertiseBadge internal badge;

    function setUp() public virtual {
        vm.warp(1_800_000_000);
        holder = vm.addr(holderKey);
        badge = new ExpertiseBadge(owner);
        createType(SAFETY, "safety", "Safety evaluator", 5, 2 * YEAR);
        createType(LICENSING, "data/licensing", "Licence reviewer", 3, 0);
        allow(SAFETY, issuer, true);
        allow(LICENSING, issuer, true);
    }

    /// @dev The time after any {Vm.warp}: the optimiser takes TIMESTAMP for constant within a call, so tests ask forge.
    function time() internal view returns (uint64) {
        return uint64(vm.getBlockTimestamp());
    }

    function allow(uint32 badgeType, address account, bool allowed) internal {
        vm.prank(owner);
        badge.setIssuer(badgeType, account, allowed, DECISION);
    }

    /// @dev Terms without endorsements, by which issuer and holder may end a badge.
    function plain(uint64 validity) internal pure returns (IBadgeTypes.Terms memory) {
        return IBadgeTypes.Terms({validity: validity, endorsements: 0, endorserLevel: 0, burn: IERC5484.BurnAuth.Both});
    }

    function createType(uint32 number, string memory domain, string memory name, uint8 levels, uint64 validity)
        internal
    {
        vm.prank(owner);
        badge.createType(number, domain, name, levels, plain(validity), DECISION);
    }

    function changeType(uint32 number, uint64 validity, uint8 endorsements, uint8 endorserLevel, IERC5484.BurnAuth burn)
        internal
    {
        vm.prank(owner);
        badge.changeType(
            number,
            IBadgeTypes.Terms({
                validity: validity, endorsements: endorsements, endorserLevel: endorserLevel, burn: burn
            }),
            DECISION
        );
    }

    function setBurn(uint32 number, IERC5484.BurnAuth burn) internal {
        IBadgeTypes.Terms memory terms = badge.typeOf(number).terms;
        changeType(number, terms.validity, terms.endorsements, terms.endorserLevel, burn);
    }

    function retireType(uint32 number) internal {
        vm.prank(owner);
        badge.retireType(number, DECISION);
    }

    /// @dev A grant dated now for the usual holder, signed for the usual issuer.
    function grantOf(uint32 badgeType, uint8 level) internal view returns (Signed memory) {
        return grantTo(holderKey, badgeType, level);
    }

    function grantTo(uint256 key, uint32 badgeType, uint8 level) internal view returns (Signed memory) {
        return signed(
            key,
            Signed({
                holder: vm.addr(key),
                badgeType: badgeType,
                level: level,
                issued: time(),
                expires: time() + YEAR,
                deadline: time() + 1 days,
                consent: ""
            })
        );
    }

    function bare(Signed memory grant) internal pure returns (IExpertiseBadge.Grant memory) {
        return
            IExpertiseBadge.Grant(
                grant.holder, grant.badgeType, grant.level, grant.issued, grant.expires, grant.deadline
            );
    }

    /// @dev One batch of one type.
    function batchOf(Signed[] memory grants) internal pure returns (IExpertiseBadge.Batch[] memory batches) {
        batches = new IExpertiseBadge.Batch[](1);
        batches[0].awards = new IExpertiseBadge.Award[](grants.length);
        for (uint256 i = 0; i < grants.length; ++i) {
            Signed memory g = grants[i];
            batches[0].badgeType = g.badgeType;
            (bytes32 r, bytes32 vs) = compact(g.consent);
            batches[0].awards[i] = IExpertiseBadge.Award(g.holder, termsOf(g), r, vs);
        }
    }

    function termsOf(Signed memory g) internal pure returns (uint256) {
        return (uint256(g.deadline) << 128) | (uint256(g.level) << 88) | (uint256(g.issued) << 38) | g.expires;
    }

    /// @dev EIP-2098; no signature is zeros.
    function compact(bytes memory sig) internal pure returns (bytes32 r, bytes32 vs) {
        if (sig.length == 0) return (0, 0);
        bytes32 s;
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            r := mload(add(sig, 32))
            s := mload(add(sig, 64))
        }
        vs = bytes32(uint256(s) | (uint256(uint8(sig[64]) - 27) << 255));
    }

    function split(Signed[] memory grants)
        internal
        pure
        returns (IExpertiseBadge.Grant[] memory bares, bytes[] memory consents)
    {
        (bares, consents) = (new IExpertiseBadge.Grant[](grants.length), new bytes[](grants.length));
        for (uint256 i = 0; i < grants.length; ++i) {
            (bares[i], consents[i]) = (bare(grants[i]), grants[i].consent);
        }
    }

    function signed(uint256 key, Signed memory grant) internal view returns (Signed memory) {
        grant.consent = signature(key, badge.consentDigest(bare(grant), issuer));
        return grant;
    }

    function signature(uint256 key, bytes32 digest) internal pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return abi.encodePacked(r, s, v);
    }

    function mint(Signed memory grant) internal returns (uint256 id) {
        vm.prank(issuer);
        badge.mint(bare(grant), grant.consent);
        return badge.idOf(grant.holder, grant.badgeType);
    }

    function refuse(Signed memory grant, bytes memory why) internal {
        vm.expectRevert(why);
        vm.prank(issuer);
        badge.mint(bare(grant), grant.consent);
    }

    function consentRefusal(Signed memory grant) internal view returns (bytes memory) {
        return abi.encodeWithSelector(IExpertiseBadge.BadgeConsent.selector, badge.idOf(grant.holder, grant.badgeType));
    }

    function issuedRefusal(Signed memory grant, uint64 after_) internal view returns (bytes memory) {
        return abi.encodeWithSelector(
            IExpertiseBadge.BadgeIssued.selector, badge.idOf(grant.holder, grant.badgeType), grant.issued, after_
        );
    }
}
