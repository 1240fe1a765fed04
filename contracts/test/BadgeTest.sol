// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ExpertiseBadge} from "../src/ExpertiseBadge.sol";
import {IExpertiseBadge} from "../src/interfaces/IExpertiseBadge.sol";
import {Test} from "./Test.sol";

/// @dev A badge contract with two types and an issuer, and what a wallet does.
abstract contract BadgeTest is Test {
    uint32 internal constant SAFETY = 1;
    uint32 internal constant LICENSING = 2;
    uint64 internal constant YEAR = 365 days;

    address internal owner = address(0xA11CE);
    address internal issuer = address(0x15508);
    uint256 internal holderKey = 0xB0B;
    address internal holder;
    ExpertiseBadge internal badge;

    function setUp() public virtual {
        vm.warp(1_800_000_000);
        holder = vm.addr(holderKey);
        badge = new ExpertiseBadge(owner);
        vm.prank(owner);
        badge.createType(SAFETY, "safety", "Safety evaluator", 5, 2 * YEAR);
        vm.prank(owner);
        badge.createType(LICENSING, "data/licensing", "Licence reviewer", 3, 0);
        allow(SAFETY, issuer, true);
        allow(LICENSING, issuer, true);
    }

    /// @dev The time after any {Vm.warp}: the optimiser takes TIMESTAMP for constant within a call, so tests ask forge.
    function time() internal view returns (uint64) {
        return uint64(vm.getBlockTimestamp());
    }

    function allow(uint32 badgeType, address account, bool allowed) internal {
        vm.prank(owner);
        badge.setIssuer(badgeType, account, allowed);
    }

    /// @dev A grant dated now for the usual holder, signed for the usual issuer.
    function grantOf(uint32 badgeType, uint8 level) internal view returns (IExpertiseBadge.Grant memory) {
        return grantTo(holderKey, badgeType, level);
    }

    function grantTo(uint256 key, uint32 badgeType, uint8 level) internal view returns (IExpertiseBadge.Grant memory) {
        return signed(
            key,
            IExpertiseBadge.Grant({
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

    function signed(uint256 key, IExpertiseBadge.Grant memory grant)
        internal
        view
        returns (IExpertiseBadge.Grant memory)
    {
        grant.consent = signature(key, badge.consentDigest(grant, issuer));
        return grant;
    }

    function signature(uint256 key, bytes32 digest) internal pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return abi.encodePacked(r, s, v);
    }

    function mint(IExpertiseBadge.Grant memory grant) internal returns (uint256 id) {
        vm.prank(issuer);
        badge.mint(grant);
        return badge.idOf(grant.holder, grant.badgeType);
    }

    function refuse(IExpertiseBadge.Grant memory grant, bytes memory why) internal {
        vm.expectRevert(why);
        vm.prank(issuer);
        badge.mint(grant);
    }
}
