// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC721} from "@openzeppelin/contracts/interfaces/IERC721.sol";

import {Anchor} from "../src/Anchor.sol";
import {ExpertiseBadge} from "../src/ExpertiseBadge.sol";
import {IAnchor} from "../src/interfaces/IAnchor.sol";
import {IBadgeTypes} from "../src/interfaces/IBadgeTypes.sol";
import {IERC5192} from "../src/interfaces/IERC5192.sol";
import {IERC5484} from "../src/interfaces/IERC5484.sol";
import {IExpertiseBadge} from "../src/interfaces/IExpertiseBadge.sol";
import {BadgeTest} from "./BadgeTest.sol";
import {Test, Vm} from "./Test.sol";

/// @dev Does whatever anybody can do to the badge contract, in any order, and folds the events into what a follower
/// would believe. Calls that the contract refuses revert and count for nothing; since that would swallow a failing
/// check as well, the checks here write to {broken}, which the invariants read.
contract BadgeActor is Test {
    uint256 public constant HOLDERS = 8;
    uint32 public constant TYPES = 3;

    ExpertiseBadge private immutable BADGE;
    address private immutable OWNER;
    address[2] private issuers = [address(0x15508), address(0x15509)];

    mapping(uint256 id => uint8) public levelSaid;
    mapping(uint256 id => uint64) public issuedSaid;
    mapping(uint256 id => uint64) public expiresSaid;
    mapping(uint256 id => bool) public ownedSaid;
    mapping(address holder => bool) public movedSaid;
    mapping(address holder => uint256) public balanceSaid;
    uint256 public supplySaid;
    /// What a holder's own transaction agreed to, until it is minted or taken back.
    mapping(uint256 id => bytes32) public agreedSaid;
    string public broken;

    /// Whose transaction it is, and what its holder consented to, by a signature or by an agreement.
    address private sender;
    bytes32 private consented;

    constructor(ExpertiseBadge badge, address owner) {
        BADGE = badge;
        OWNER = owner;
    }

    function holderAt(uint256 i) public pure returns (address) {
        return vm.addr(0xB0B0 + i);
    }

    /* ACTIONS */

    function mint(uint256 who, uint256 what, uint8 level, uint256 by, bool freshConsent) external {
        IExpertiseBadge.Grant memory grant = grantTo(who, what, level, freshConsent);
        address issuer = issuers[by % 2];
        bytes memory consent = sign(who, BADGE.consentDigest(grant, issuer));
        consented = factsOf(grant, issuer);
        vm.recordLogs();
        vm.prank(issuer);
        BADGE.mint(grant, consent);
        fold();
    }

    /// @dev Without a signature: of what the holder agreed to, or of something else.
    function mintAgreed(uint256 who, uint256 what, uint8 level, uint256 by, bool asAgreed) external {
        for (
            uint256 i = 0;
            i < HOLDERS && agreedSaid[BADGE.idOf(holderAt(who % HOLDERS), uint32(1 + what % TYPES))] == 0;
            ++i
        ) {
            who = (who % HOLDERS) + 1;
        }
        IExpertiseBadge.Grant[] memory grants = new IExpertiseBadge.Grant[](1);
        grants[0] = grantTo(who, what, level, true);
        uint256 id = BADGE.idOf(grants[0].holder, grants[0].badgeType);
        address issuer = by % 3 == 2 ? address(BADGE) : issuers[by % 3];
        if (asAgreed) {
            IExpertiseBadge.Badge memory b;
            (b, grants[0].deadline) = BADGE.agreementOf(id);
            (grants[0].level, grants[0].issued, grants[0].expires) = (b.level, b.issued, b.expires);
            issuer = b.issuer;
        }
        consented = agreedSaid[id];
        claim(consented == factsOf(grants[0], issuer), "an empty consent mints what was agreed");
        vm.recordLogs();
        vm.prank(issuer == address(BADGE) ? OWNER : issuer);
        if (issuer == address(BADGE)) BADGE.mintDecided(grants, new bytes[](1), "decision");
        else BADGE.mint(grants[0], "");
        fold();
    }

    function agree(uint256 who, uint256 what, uint8 level, uint256 by, uint32 life) external {
        uint32 badgeType = uint32(1 + what % TYPES);
        IERC5484.BurnAuth burn = BADGE.typeOf(badgeType).terms.burn;
        uint64 expires = uint64(vm.getBlockTimestamp()) + life % 61 days;
        sender = holderAt(who % HOLDERS);
        vm.recordLogs();
        vm.prank(sender);
        BADGE.agree(badgeType, level % 7, by % 3 == 2 ? address(BADGE) : issuers[by % 3], burn, expires);
        fold();
    }

    function withdrawAgreement(uint256 who, uint256 what) external {
        sender = holderAt(who % HOLDERS);
        vm.recordLogs();
        vm.prank(sender);
        BADGE.withdrawAgreement(uint32(1 + what % TYPES));
        fold();
    }

    function mintDecided(uint256 who, uint256 what, uint8 level) external {
        IExpertiseBadge.Grant[] memory grants = new IExpertiseBadge.Grant[](1);
        grants[0] = grantTo(who, what, level, true);
        bytes[] memory consents = new bytes[](1);
        consents[0] = sign(who, BADGE.consentDigest(grants[0], address(BADGE)));
        consented = factsOf(grants[0], address(BADGE));
        vm.recordLogs();
        vm.prank(OWNER);
        BADGE.mintDecided(grants, consents, "decision");
        fold();
    }

    /// @dev One endorsement is enough here, so that it is often found.
    function mintEndorsed(uint256 who, uint256 what, uint8 level, uint256 endorser, uint256 own) external {
        IExpertiseBadge.Grant memory grant = grantTo(who, what, uint8(1 + level % 2), true);
        bytes memory request = sign(who, BADGE.requestDigest(grant, "evidence"));
        consented = factsOf(grant, address(0));
        IExpertiseBadge.Endorsement[] memory one = new IExpertiseBadge.Endorsement[](1);
        one[0] = IExpertiseBadge.Endorsement(holderAt(endorser % HOLDERS), uint32(1 + own % TYPES), grant.deadline, "");
        one[0].signature = sign(endorser, BADGE.endorsementDigest(grant, "evidence", one[0].endorser, one[0].deadline));
        vm.recordLogs();
        BADGE.mintEndorsed(grant, request, "evidence", one);
        claim(who % HOLDERS != endorser % HOLDERS, "nobody endorses oneself");
        claim(levelSaid[BADGE.idOf(one[0].endorser, one[0].badgeType)] >= grant.level, "endorsers know as much");
        fold();
    }

    function revoke(uint256 who, uint256 what, uint256 by, uint8 reason) external {
        uint256 id = BADGE.idOf(holderAt(who % HOLDERS), uint32(1 + what % TYPES));
        IExpertiseBadge.Reason why = IExpertiseBadge.Reason(1 + reason % 3);
        vm.recordLogs();
        vm.prank(by % 3 == 2 ? OWNER : issuers[by % 3]);
        if (by % 3 == 2) BADGE.revokeDecided(id, why, "decision");
        else BADGE.revoke(id, why);
        fold();
    }

    function surrender(uint256 who, uint256 what) external {
        address holder = holderAt(who % HOLDERS);
        uint256 id = BADGE.idOf(holder, uint32(1 + what % TYPES));
        vm.recordLogs();
        vm.prank(holder);
        BADGE.surrender(id);
        fold();
    }

    function proposeRecovery(uint256 who, uint256 heir) external {
        address from = holderAt(who % HOLDERS);
        address to = holderAt(heir % HOLDERS);
        uint64 deadline = uint64(vm.getBlockTimestamp());
        bytes memory consent = sign(heir, BADGE.recoveryDigest(from, to, deadline));
        vm.prank(OWNER);
        BADGE.proposeRecovery(from, to, deadline, consent, "decision");
    }

    function objectToRecovery(uint256 who) external {
        address from = holderAt(who % HOLDERS);
        vm.prank(from);
        BADGE.objectToRecovery(from, "");
    }

    /// @dev A recovery that nobody objects to, so that it is often seen.
    function recover(uint256 who, uint256 heir) external {
        this.proposeRecovery(who, heir);
        vm.warp(vm.getBlockTimestamp() + BADGE.RECOVERY_DELAY());
        this.executeRecovery(who);
    }

    function executeRecovery(uint256 who) external {
        vm.recordLogs();
        BADGE.executeRecovery(holderAt(who % HOLDERS));
        fold();
    }

    function changeType(uint256 what, uint8 burn) external {
        vm.prank(OWNER);
        BADGE.changeType(
            uint32(1 + what % TYPES),
            IBadgeTypes.Terms({
                validity: 60 days, endorsements: 1, endorserLevel: 1, burn: IERC5484.BurnAuth(burn % 4)
            }),
            "decision"
        );
    }

    function move(uint256 who, uint256 what, uint256 to, uint8 path) external {
        address holder = holderAt(who % HOLDERS);
        address target = holderAt(to % HOLDERS);
        uint256 id = BADGE.idOf(holder, uint32(1 + what % TYPES));
        vm.prank(holder);
        if (path % 5 == 0) BADGE.transferFrom(holder, target, id);
        else if (path % 5 == 1) BADGE.safeTransferFrom(holder, target, id);
        else if (path % 5 == 2) BADGE.safeTransferFrom(holder, target, id, "");
        else if (path % 5 == 3) BADGE.approve(target, id);
        else BADGE.setApprovalForAll(target, true);
        broken = "a path moved a badge";
    }

    function setIssuer(uint256 what, uint256 by, bool allowed) external {
        vm.prank(OWNER);
        BADGE.setIssuer(uint32(1 + what % TYPES), issuers[by % 2], allowed, "decision");
    }

    function wait(uint32 seconds_) external {
        vm.warp(vm.getBlockTimestamp() + seconds_ % 20 days);
    }

    /* WHAT A FOLLOWER BELIEVES */

    function fold() private {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i = 0; i < logs.length; ++i) {
            bytes32 kind = logs[i].topics[0];
            if (kind == IERC721.Transfer.selector) transferred(logs[i]);
            else if (kind == IExpertiseBadge.Minted.selector) issued(logs[i]);
            else if (kind == IExpertiseBadge.Renewed.selector) issued(logs[i]);
            else if (kind == IExpertiseBadge.LevelChanged.selector) issued(logs[i]);
            else if (kind == IExpertiseBadge.Revoked.selector) ended(uint256(logs[i].topics[1]));
            else if (kind == IExpertiseBadge.Surrendered.selector) ended(uint256(logs[i].topics[1]));
            else if (kind == IExpertiseBadge.Recovered.selector) recovered(logs[i]);
            else if (kind == IExpertiseBadge.Agreed.selector) agreed(logs[i]);
            else if (kind == IExpertiseBadge.AgreementWithdrawn.selector) withdrawn(uint256(logs[i].topics[1]));
            else claim(isNote(kind), "no other event follows from these calls");
        }
    }

    function isNote(bytes32 kind) private pure returns (bool) {
        return kind == IERC5192.Locked.selector || kind == IERC5484.Issued.selector
            || kind == IExpertiseBadge.Endorsed.selector || kind == IExpertiseBadge.Decided.selector;
    }

    function transferred(Vm.Log memory log) private {
        address from = address(uint160(uint256(log.topics[1])));
        address to = address(uint160(uint256(log.topics[2])));
        uint256 id = uint256(log.topics[3]);
        claim((from == address(0)) != (to == address(0)), "a transfer is a mint or a burn");
        claim(address(uint160(id >> 32)) == (from == address(0) ? to : from), "of the holder that the id names");
        if (from == address(0)) {
            claim(!ownedSaid[id], "minted once");
            ownedSaid[id] = true;
            ++balanceSaid[to];
            ++supplySaid;
        } else {
            claim(ownedSaid[id], "burned once");
            ownedSaid[id] = false;
            --balanceSaid[from];
            --supplySaid;
        }
    }

    function agreed(Vm.Log memory log) private {
        uint256 id = uint256(log.topics[1]);
        claim(address(uint160(id >> 32)) == sender, "nobody agrees for another");
        claim(!ownedSaid[id], "nobody agrees to a badge that is there");
        (uint8 level,, uint64 issuedAt, uint64 expires,) =
            abi.decode(log.data, (uint8, IERC5484.BurnAuth, uint64, uint64, uint64));
        agreedSaid[id] = facts(id, address(uint160(uint256(log.topics[2]))), level, issuedAt, expires);
    }

    function withdrawn(uint256 id) private {
        claim(address(uint160(id >> 32)) == sender, "nobody takes back another's word");
        agreedSaid[id] = 0;
    }

    function issued(Vm.Log memory log) private {
        uint256 id = uint256(log.topics[1]);
        (uint8 level, uint64 issuedAt, uint64 expires) = abi.decode(log.data, (uint8, uint64, uint64));
        address issuer = address(uint160(uint256(log.topics[2])));
        claim(facts(id, issuer, level, issuedAt, expires) == consented, "its holder consented to exactly this");
        agreedSaid[id] = 0;
        claim(issuedAt > issuedSaid[id], "dates of issue only grow");
        claim(!movedSaid[address(uint160(id >> 32))], "an address whose badges moved gets none");
        (levelSaid[id], issuedSaid[id], expiresSaid[id]) = (level, issuedAt, expires);
    }

    /// @dev What a badge says goes with it; the transfers that follow say that it went.
    function recovered(Vm.Log memory log) private {
        address from = address(uint160(uint256(log.topics[1])));
        address to = address(uint160(uint256(log.topics[2])));
        claim(!movedSaid[from] && !movedSaid[to], "once");
        claim(balanceSaid[to] == 0, "to a new address");
        movedSaid[from] = true;
        for (uint32 t = 1; t <= TYPES; ++t) {
            (uint256 old, uint256 id) = (BADGE.idOf(from, t), BADGE.idOf(to, t));
            agreedSaid[old] = 0;
            if (!ownedSaid[old]) continue;
            (levelSaid[id], issuedSaid[id], expiresSaid[id]) = (levelSaid[old], issuedSaid[old], expiresSaid[old]);
            ended(old);
        }
    }

    function ended(uint256 id) private {
        (levelSaid[id], expiresSaid[id]) = (0, 0);
    }

    /* WHAT WALLETS DO */

    function factsOf(IExpertiseBadge.Grant memory g, address issuer) private view returns (bytes32) {
        return facts(BADGE.idOf(g.holder, g.badgeType), issuer, g.level, g.issued, g.expires);
    }

    function facts(uint256 id, address issuer, uint8 level, uint64 issuedAt, uint64 expires)
        public
        pure
        returns (bytes32)
    {
        return keccak256(abi.encode(id, issuer, level, issuedAt, expires));
    }

    function grantTo(uint256 who, uint256 what, uint8 level, bool fresh)
        private
        view
        returns (IExpertiseBadge.Grant memory)
    {
        uint64 now_ = uint64(vm.getBlockTimestamp());
        return IExpertiseBadge.Grant({
            holder: holderAt(who % HOLDERS),
            badgeType: uint32(1 + what % TYPES),
            level: uint8(level % 7),
            issued: fresh ? now_ : now_ - 1 hours,
            expires: now_ + 30 days,
            deadline: now_ + 1 hours
        });
    }

    function sign(uint256 who, bytes32 digest) private pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(0xB0B0 + who % HOLDERS, digest);
        return abi.encodePacked(r, s, v);
    }

    function claim(bool condition, string memory what) private {
        if (!condition) broken = what;
    }
}

contract BadgeInvariants is BadgeTest {
    BadgeActor private actor;

    function setUp() public override {
        super.setUp();
        createType(3, "safety", "Red team", 6, 60 days);
        allow(3, issuer, true);
        for (uint32 i = 1; i <= 3; ++i) {
            changeType(i, 60 days, 1, 1, IERC5484.BurnAuth.Both);
        }
        actor = new BadgeActor(badge, owner);
        for (uint32 i = 1; i <= 3; ++i) {
            allow(i, address(0x15509), true);
        }
    }

    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(actor);
    }

    /// No path moves a badge: every transfer is from nobody to the holder that the id names, or back to nobody.
    function invariantNoPathMovesABadge() public view {
        eq(actor.broken(), "", "events");
    }

    /// Supply equals live badges, holder by holder: what the events say is what the contract says.
    function invariantSupplyIsLiveBadges() public view {
        uint256 supply = 0;
        for (uint256 i = 0; i < actor.HOLDERS(); ++i) {
            address h = actor.holderAt(i);
            eq(badge.balanceOf(h), actor.balanceSaid(h), "balance");
            eq(badge.badgesOf(h).length, actor.balanceSaid(h), "badges");
            supply += badge.balanceOf(h);
        }
        eq(supply, actor.supplySaid(), "supply");
    }

    /// What was agreed is on record as it was said, until it is minted or taken back, and is no badge.
    function invariantAgreementsAreNoBadges() public view {
        for (uint256 i = 0; i < actor.HOLDERS(); ++i) {
            for (uint32 t = 1; t <= actor.TYPES(); ++t) {
                uint256 id = badge.idOf(actor.holderAt(i), t);
                bytes32 said = actor.agreedSaid(id);
                try badge.agreementOf(id) returns (IExpertiseBadge.Badge memory b, uint64) {
                    eq(actor.facts(id, b.issuer, b.level, b.issued, b.expires), said, "as it was said");
                    yes(!actor.ownedSaid(id), "no badge");
                    eq(badge.levelOf(b.holder, t), 0, "no level");
                } catch {
                    eq(said, 0, "nothing is agreed");
                }
            }
        }
    }

    /// A holder's level and dates are what the events say, and a badge is where its id says or nowhere.
    function invariantBadgesAreWhatEventsSay() public view {
        for (uint256 i = 0; i < actor.HOLDERS(); ++i) {
            address h = actor.holderAt(i);
            for (uint32 t = 1; t <= actor.TYPES(); ++t) {
                uint256 id = badge.idOf(h, t);
                uint64 expires = actor.expiresSaid(id);
                eq(badge.levelOf(h, t), time() < expires ? actor.levelSaid(id) : 0, "level in force");
                try badge.badgeOf(id) returns (IExpertiseBadge.Badge memory b) {
                    yes(actor.ownedSaid(id), "exists as the events say");
                    eq(badge.ownerOf(id), h, "owner");
                    eq(b.level, actor.levelSaid(id), "level");
                    eq(b.issued, actor.issuedSaid(id), "issued");
                    eq(b.expires, expires, "expires");
                    yes(badge.locked(id), "locked");
                    eq(badge.getApproved(id), address(0), "nobody approved");
                } catch {
                    yes(!actor.ownedSaid(id), "is gone as the events say");
                }
            }
        }
    }
}

/// @dev Anchors and hands the sender over at random.
contract AnchorActor is Test {
    Anchor private immutable ANCHOR;
    address private immutable OWNER;

    uint64[] public sizes;
    bytes32[] public roots;

    constructor(Anchor anchor_, address owner) {
        ANCHOR = anchor_;
        OWNER = owner;
    }

    function anchor(bytes32 root, uint64 size, uint8 by, bool near) external {
        (uint64 last,) = ANCHOR.latest();
        if (near) size = last + uint64(bound(size, 0, 2 ** 32 + 1));
        vm.prank(by % 4 == 0 ? OWNER : ANCHOR.sender());
        ANCHOR.anchor(root, size);
        sizes.push(size);
        roots.push(root);
    }

    function handOver(address next, bool accept) external {
        vm.prank(OWNER);
        ANCHOR.proposeSender(next);
        if (!accept || next == address(0)) return; // nobody can call as the zero address
        vm.prank(next);
        ANCHOR.acceptSender();
    }

    function count() external view returns (uint256) {
        return sizes.length;
    }
}

contract AnchorInvariants is Test {
    Anchor private anchor;
    AnchorActor private actor;

    function setUp() public {
        address owner = address(0xA11CE);
        anchor = new Anchor(owner, address(0x5E4D), sha256("genesis.json"));
        actor = new AnchorActor(anchor, owner);
    }

    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(actor);
    }

    /// The size only grows, by at most 2^32 a step.
    function invariantSizeGrowsByBoundedSteps() public view {
        uint64 last = 0;
        for (uint256 i = 0; i < actor.count(); ++i) {
            uint64 size = actor.sizes(i);
            yes(size > last && size - last <= 2 ** 32, "step");
            last = size;
        }
        (uint64 held, uint64 count) = anchor.latest();
        eq(held, last, "size");
        eq(count, actor.count(), "count");
    }

    /// The ring holds the last 64 anchors and there is always a sender.
    function invariantRingHoldsTheLast64() public view {
        uint256 count = actor.count();
        for (uint256 i = count > 64 ? count - 64 : 0; i < count; ++i) {
            yes(anchor.isAnchored(actor.roots(i), actor.sizes(i), i % 64), "slot");
        }
        yes(anchor.sender() != address(0), "sender");
        eq(anchor.GENESIS(), sha256("genesis.json"), "genesis");
    }
}
