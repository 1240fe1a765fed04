// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package bindings

import (
	"bytes"
	"errors"
	"math/big"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

// Reference imports to suppress errors if they are not otherwise used.
var (
	_ = bytes.Equal
	_ = errors.New
	_ = big.NewInt
	_ = common.Big1
	_ = types.BloomLookup
	_ = abi.ConvertType
)

// IBadgeTypesBadgeType is an auto generated low-level Go binding around an user-defined struct.
type IBadgeTypesBadgeType struct {
	Domain  string
	Name    string
	Levels  uint8
	Retired bool
	Version uint16
	Terms   IBadgeTypesTerms
}

// IBadgeTypesTerms is an auto generated low-level Go binding around an user-defined struct.
type IBadgeTypesTerms struct {
	Validity      uint64
	Endorsements  uint8
	EndorserLevel uint8
	Burn          uint8
}

// IExpertiseBadgeAward is an auto generated low-level Go binding around an user-defined struct.
type IExpertiseBadgeAward struct {
	Holder common.Address
	Terms  *big.Int
	R      [32]byte
	Vs     [32]byte
}

// IExpertiseBadgeBadge is an auto generated low-level Go binding around an user-defined struct.
type IExpertiseBadgeBadge struct {
	Holder    common.Address
	BadgeType uint32
	Level     uint8
	Issuer    common.Address
	Burn      uint8
	Issued    uint64
	Expires   uint64
}

// IExpertiseBadgeBatch is an auto generated low-level Go binding around an user-defined struct.
type IExpertiseBadgeBatch struct {
	BadgeType uint32
	Awards    []IExpertiseBadgeAward
}

// IExpertiseBadgeEndorsement is an auto generated low-level Go binding around an user-defined struct.
type IExpertiseBadgeEndorsement struct {
	Endorser  common.Address
	BadgeType uint32
	Deadline  uint64
	Signature []byte
}

// IExpertiseBadgeGrant is an auto generated low-level Go binding around an user-defined struct.
type IExpertiseBadgeGrant struct {
	Holder    common.Address
	BadgeType uint32
	Level     uint8
	Issued    uint64
	Expires   uint64
	Deadline  uint64
}

// IExpertiseBadgeRecovery is an auto generated low-level Go binding around an user-defined struct.
type IExpertiseBadgeRecovery struct {
	To         common.Address
	Executable uint64
	Executed   bool
}

// ExpertiseBadgeMetaData contains all meta data concerning the ExpertiseBadge contract.
var ExpertiseBadgeMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"owner_\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"AGREEMENT_LIFE\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"MAX_TYPES_PER_HOLDER\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"RECOVERY_DELAY\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"acceptOwnership\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"agree\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"level\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"issuer\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"burn\",\"type\":\"uint8\",\"internalType\":\"enumIERC5484.BurnAuth\"},{\"name\":\"expires\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"agreementOf\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"badge\",\"type\":\"tuple\",\"internalType\":\"structIExpertiseBadge.Badge\",\"components\":[{\"name\":\"holder\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"level\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"issuer\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"burn\",\"type\":\"uint8\",\"internalType\":\"enumIERC5484.BurnAuth\"},{\"name\":\"issued\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"expires\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"name\":\"deadline\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"approve\",\"inputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"badgeOf\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"tuple\",\"internalType\":\"structIExpertiseBadge.Badge\",\"components\":[{\"name\":\"holder\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"level\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"issuer\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"burn\",\"type\":\"uint8\",\"internalType\":\"enumIERC5484.BurnAuth\"},{\"name\":\"issued\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"expires\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"badgesOf\",\"inputs\":[{\"name\":\"holder\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"badges\",\"type\":\"tuple[]\",\"internalType\":\"structIExpertiseBadge.Badge[]\",\"components\":[{\"name\":\"holder\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"level\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"issuer\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"burn\",\"type\":\"uint8\",\"internalType\":\"enumIERC5484.BurnAuth\"},{\"name\":\"issued\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"expires\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"balanceOf\",\"inputs\":[{\"name\":\"holder\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"burnAuth\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint8\",\"internalType\":\"enumIERC5484.BurnAuth\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"cancelRecovery\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"decision\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"changeType\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"terms\",\"type\":\"tuple\",\"internalType\":\"structIBadgeTypes.Terms\",\"components\":[{\"name\":\"validity\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"endorsements\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"endorserLevel\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"burn\",\"type\":\"uint8\",\"internalType\":\"enumIERC5484.BurnAuth\"}]},{\"name\":\"decision\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"consentDigest\",\"inputs\":[{\"name\":\"grant\",\"type\":\"tuple\",\"internalType\":\"structIExpertiseBadge.Grant\",\"components\":[{\"name\":\"holder\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"level\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"issued\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"expires\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"deadline\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"name\":\"issuer\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"createType\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"domain\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"name_\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"levels\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"terms\",\"type\":\"tuple\",\"internalType\":\"structIBadgeTypes.Terms\",\"components\":[{\"name\":\"validity\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"endorsements\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"endorserLevel\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"burn\",\"type\":\"uint8\",\"internalType\":\"enumIERC5484.BurnAuth\"}]},{\"name\":\"decision\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"eip712Domain\",\"inputs\":[],\"outputs\":[{\"name\":\"fields\",\"type\":\"bytes1\",\"internalType\":\"bytes1\"},{\"name\":\"name\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"version\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"verifyingContract\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"salt\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"extensions\",\"type\":\"uint256[]\",\"internalType\":\"uint256[]\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"endorsementDigest\",\"inputs\":[{\"name\":\"grant\",\"type\":\"tuple\",\"internalType\":\"structIExpertiseBadge.Grant\",\"components\":[{\"name\":\"holder\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"level\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"issued\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"expires\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"deadline\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"name\":\"evidence\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"endorser\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"deadline\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"executeRecovery\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"getApproved\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"idOf\",\"inputs\":[{\"name\":\"holder\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"isApprovedForAll\",\"inputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"isIssuer\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"levelOf\",\"inputs\":[{\"name\":\"holder\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint8\",\"internalType\":\"uint8\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"locked\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"mint\",\"inputs\":[{\"name\":\"grant\",\"type\":\"tuple\",\"internalType\":\"structIExpertiseBadge.Grant\",\"components\":[{\"name\":\"holder\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"level\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"issued\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"expires\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"deadline\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"name\":\"consent\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"mintBatch\",\"inputs\":[{\"name\":\"batches\",\"type\":\"tuple[]\",\"internalType\":\"structIExpertiseBadge.Batch[]\",\"components\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"awards\",\"type\":\"tuple[]\",\"internalType\":\"structIExpertiseBadge.Award[]\",\"components\":[{\"name\":\"holder\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"terms\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"r\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"vs\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]}]}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"mintDecided\",\"inputs\":[{\"name\":\"grants\",\"type\":\"tuple[]\",\"internalType\":\"structIExpertiseBadge.Grant[]\",\"components\":[{\"name\":\"holder\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"level\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"issued\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"expires\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"deadline\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"name\":\"consents\",\"type\":\"bytes[]\",\"internalType\":\"bytes[]\"},{\"name\":\"decision\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"mintEndorsed\",\"inputs\":[{\"name\":\"grant\",\"type\":\"tuple\",\"internalType\":\"structIExpertiseBadge.Grant\",\"components\":[{\"name\":\"holder\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"level\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"issued\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"expires\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"deadline\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"name\":\"request\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"evidence\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"endorsements\",\"type\":\"tuple[]\",\"internalType\":\"structIExpertiseBadge.Endorsement[]\",\"components\":[{\"name\":\"endorser\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"deadline\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"signature\",\"type\":\"bytes\",\"internalType\":\"bytes\"}]}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"name\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"string\",\"internalType\":\"string\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"objectToRecovery\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"signature\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"objectionDigest\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"executable\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"owner\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"ownerOf\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"holder\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"pendingOwner\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"proposeRecovery\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"deadline\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"consent\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"decision\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"recoveryDigest\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"deadline\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"recoveryOf\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"tuple\",\"internalType\":\"structIExpertiseBadge.Recovery\",\"components\":[{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"executable\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"executed\",\"type\":\"bool\",\"internalType\":\"bool\"}]}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"renounceOwnership\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"requestDigest\",\"inputs\":[{\"name\":\"grant\",\"type\":\"tuple\",\"internalType\":\"structIExpertiseBadge.Grant\",\"components\":[{\"name\":\"holder\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"level\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"issued\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"expires\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"deadline\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"name\":\"evidence\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"retireType\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"decision\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"revoke\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"reason\",\"type\":\"uint8\",\"internalType\":\"enumIExpertiseBadge.Reason\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"revokeDecided\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"reason\",\"type\":\"uint8\",\"internalType\":\"enumIExpertiseBadge.Reason\"},{\"name\":\"decision\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"safeTransferFrom\",\"inputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"safeTransferFrom\",\"inputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"setApprovalForAll\",\"inputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"outputs\":[],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"setIssuer\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"issuer\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"allowed\",\"type\":\"bool\",\"internalType\":\"bool\"},{\"name\":\"decision\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"supportsInterface\",\"inputs\":[{\"name\":\"id\",\"type\":\"bytes4\",\"internalType\":\"bytes4\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"surrender\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"symbol\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"string\",\"internalType\":\"string\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"tokenURI\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"string\",\"internalType\":\"string\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"transferFrom\",\"inputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"transferOwnership\",\"inputs\":[{\"name\":\"newOwner\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"typeOf\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"tuple\",\"internalType\":\"structIBadgeTypes.BadgeType\",\"components\":[{\"name\":\"domain\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"name\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"levels\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"retired\",\"type\":\"bool\",\"internalType\":\"bool\"},{\"name\":\"version\",\"type\":\"uint16\",\"internalType\":\"uint16\"},{\"name\":\"terms\",\"type\":\"tuple\",\"internalType\":\"structIBadgeTypes.Terms\",\"components\":[{\"name\":\"validity\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"endorsements\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"endorserLevel\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"burn\",\"type\":\"uint8\",\"internalType\":\"enumIERC5484.BurnAuth\"}]}]}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"withdrawAgreement\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"event\",\"name\":\"Agreed\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"issuer\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"level\",\"type\":\"uint8\",\"indexed\":false,\"internalType\":\"uint8\"},{\"name\":\"burn\",\"type\":\"uint8\",\"indexed\":false,\"internalType\":\"enumIERC5484.BurnAuth\"},{\"name\":\"issued\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"},{\"name\":\"expires\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"},{\"name\":\"deadline\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"AgreementWithdrawn\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Approval\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"approved\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"tokenId\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"ApprovalForAll\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"operator\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"approved\",\"type\":\"bool\",\"indexed\":false,\"internalType\":\"bool\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Decided\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"decision\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"EIP712DomainChanged\",\"inputs\":[],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Endorsed\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"endorser\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"evidence\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Issued\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"tokenId\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"burnAuth\",\"type\":\"uint8\",\"indexed\":false,\"internalType\":\"enumIERC5484.BurnAuth\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"IssuerSet\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"indexed\":true,\"internalType\":\"uint32\"},{\"name\":\"issuer\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"allowed\",\"type\":\"bool\",\"indexed\":false,\"internalType\":\"bool\"},{\"name\":\"decision\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"LevelChanged\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"issuer\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"level\",\"type\":\"uint8\",\"indexed\":false,\"internalType\":\"uint8\"},{\"name\":\"issued\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"},{\"name\":\"expires\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Locked\",\"inputs\":[{\"name\":\"tokenId\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Minted\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"issuer\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"level\",\"type\":\"uint8\",\"indexed\":false,\"internalType\":\"uint8\"},{\"name\":\"issued\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"},{\"name\":\"expires\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"OwnershipTransferStarted\",\"inputs\":[{\"name\":\"previousOwner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"newOwner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"OwnershipTransferred\",\"inputs\":[{\"name\":\"previousOwner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"newOwner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Recovered\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RecoveryCancelled\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"decision\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RecoveryProposed\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"executable\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"},{\"name\":\"decision\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Renewed\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"issuer\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"level\",\"type\":\"uint8\",\"indexed\":false,\"internalType\":\"uint8\"},{\"name\":\"issued\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"},{\"name\":\"expires\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Revoked\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"actor\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"reason\",\"type\":\"uint8\",\"indexed\":false,\"internalType\":\"enumIExpertiseBadge.Reason\"},{\"name\":\"decision\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Surrendered\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Transfer\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"tokenId\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"TypeChanged\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"indexed\":true,\"internalType\":\"uint32\"},{\"name\":\"version\",\"type\":\"uint16\",\"indexed\":false,\"internalType\":\"uint16\"},{\"name\":\"terms\",\"type\":\"tuple\",\"indexed\":false,\"internalType\":\"structIBadgeTypes.Terms\",\"components\":[{\"name\":\"validity\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"endorsements\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"endorserLevel\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"burn\",\"type\":\"uint8\",\"internalType\":\"enumIERC5484.BurnAuth\"}]},{\"name\":\"decision\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"TypeCreated\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"indexed\":true,\"internalType\":\"uint32\"},{\"name\":\"domain\",\"type\":\"string\",\"indexed\":false,\"internalType\":\"string\"},{\"name\":\"name\",\"type\":\"string\",\"indexed\":false,\"internalType\":\"string\"},{\"name\":\"levels\",\"type\":\"uint8\",\"indexed\":false,\"internalType\":\"uint8\"},{\"name\":\"terms\",\"type\":\"tuple\",\"indexed\":false,\"internalType\":\"structIBadgeTypes.Terms\",\"components\":[{\"name\":\"validity\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"endorsements\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"endorserLevel\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"burn\",\"type\":\"uint8\",\"internalType\":\"enumIERC5484.BurnAuth\"}]},{\"name\":\"decision\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"TypeRetired\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"indexed\":true,\"internalType\":\"uint32\"},{\"name\":\"decision\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Unlocked\",\"inputs\":[{\"name\":\"tokenId\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"BadgeAward\",\"inputs\":[{\"name\":\"terms\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"BadgeBurn\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"burn\",\"type\":\"uint8\",\"internalType\":\"enumIERC5484.BurnAuth\"}]},{\"type\":\"error\",\"name\":\"BadgeConsent\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"BadgeConsentExpired\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"deadline\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"BadgeConsents\",\"inputs\":[{\"name\":\"grants\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"consents\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"BadgeDecision\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"BadgeEndorsement\",\"inputs\":[{\"name\":\"endorser\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"BadgeEndorsementExpired\",\"inputs\":[{\"name\":\"endorser\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"deadline\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"BadgeEndorsements\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"given\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"needed\",\"type\":\"uint8\",\"internalType\":\"uint8\"}]},{\"type\":\"error\",\"name\":\"BadgeEndorserLevel\",\"inputs\":[{\"name\":\"endorser\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"level\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"least\",\"type\":\"uint8\",\"internalType\":\"uint8\"}]},{\"type\":\"error\",\"name\":\"BadgeEndorsersUnsorted\",\"inputs\":[{\"name\":\"endorser\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"BadgeExpires\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"expires\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"BadgeHeld\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"BadgeHolderFull\",\"inputs\":[{\"name\":\"holder\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"BadgeHolderMoved\",\"inputs\":[{\"name\":\"holder\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"BadgeIssued\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"issued\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"after_\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"BadgeIssuer\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"BadgeIssuerReserved\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"BadgeIssuersFull\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"BadgeLevel\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"level\",\"type\":\"uint8\",\"internalType\":\"uint8\"}]},{\"type\":\"error\",\"name\":\"BadgeNotAgreed\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"BadgeNotHolder\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"BadgeOwnerRequired\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"BadgeReason\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"BadgeRecoveryConsent\",\"inputs\":[{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"BadgeRecoveryEarly\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"executable\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"BadgeRecoveryEmpty\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"BadgeRecoveryExpired\",\"inputs\":[{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"deadline\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"BadgeRecoveryObjection\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"BadgeRecoveryTarget\",\"inputs\":[{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"BadgeRecoveryUnknown\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"BadgeSelfEndorsed\",\"inputs\":[{\"name\":\"endorser\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"BadgeSelfIssued\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"BadgeSoulbound\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"BadgeTerms\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"burn\",\"type\":\"uint8\",\"internalType\":\"enumIERC5484.BurnAuth\"}]},{\"type\":\"error\",\"name\":\"BadgeTime\",\"inputs\":[{\"name\":\"issued\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"expires\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"BadgeTypeEndorsements\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"endorsements\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"endorserLevel\",\"type\":\"uint8\",\"internalType\":\"uint8\"}]},{\"type\":\"error\",\"name\":\"BadgeTypeRetired\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"BadgeTypeTaken\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"BadgeTypeText\",\"inputs\":[{\"name\":\"text\",\"type\":\"string\",\"internalType\":\"string\"}]},{\"type\":\"error\",\"name\":\"BadgeTypeUnknown\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"BadgeTypeValidity\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"validity\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"BadgeTypeWithoutLevels\",\"inputs\":[{\"name\":\"badgeType\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"BadgeUnknown\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"InvalidShortString\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"OwnableInvalidOwner\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"OwnableUnauthorizedAccount\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"StringTooLong\",\"inputs\":[{\"name\":\"str\",\"type\":\"string\",\"internalType\":\"string\"}]}]",
	ID:  "ExpertiseBadge",
	Bin: "0x61018080604052346102195760208161730b8038038091610020828561021d565b83398101031261021957516001600160a01b03811690819003610219576040519061004c60408361021d565b6007825260208201665065726974757360c81b81526040519261007060408561021d565b600184526020840192603160f81b8452801561020657600180546001600160a01b03199081169091555f8054918216831781556001600160a01b03909116907f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e09080a36100dc81610240565b610120526100e984610240565b61014052519020918260e05251902080610100524660a0526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a0815261015260c08261021d565b5190206080523060c0526040516113558082016001600160401b038111838210176101f2578291615fb6833903905ff080156101e75761016052604051615d0a90816102ac8239608051816156d4015260a05181615791015260c051816156a5015260e051816157230152610100518161574901526101205181611e7f01526101405181611ea8015261016051816115df0152f35b6040513d5f823e3d90fd5b634e487b7160e01b5f52604160045260245ffd5b631e4fbdf760e01b5f525f60045260245ffd5b5f80fd5b601f909101601f19168101906001600160401b038211908210176101f257604052565b601f81511161026b57602081519101516020821061025c571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fdfe60c0806040526004361015610012575f80fd5b5f3560e01c90816301ffc9a714613b84575080630489b56f14613b4357806306fdde0314613ae4578063081812fc14613abb578063095ea7b314613a7357806314f6b1fb1461391c57806317ed0c88146136155780631e70a9ff146135e157806323b872dd1461281f57806327e8fda014612c73578063394210ab14612c3b5780633bc2c4a71461286c5780633f456d021461282457806342842e0e1461281f578063448e1d381461259257806347b456521461257557806350dd6181146124cb5780635f49cdb5146123ca5780636352211e146123995780636ac778c11461237e57806370a082311461231f578063715018a6146122e757806371c3f7021461226857806379ba50971461219a578063803666511461210b57806383a7e7bf14611f7b57806384b0196e14611e675780638723e19b14611e3057806387fd40fc14611e135780638da5cb5b14611dee57806395d89b4114611d8f578063a22cb46514611d40578063a84f111b14611cf1578063ab16dfad14611cbd578063aeb26e461461199a578063b45a3c0e14611970578063b679fae8146118fb578063b88d4fde14611888578063b8c1a34e14611813578063bac127a7146117a0578063c2a00e3514611729578063c867b800146116b0578063c87b56dd14611547578063cf3d04e014611492578063cf6a13fa14611171578063d12c1e2814611024578063d19bf0fb14610d70578063d1f37e55146106b4578063e30c39781461068e578063e985e9c514610661578063ec9693a014610620578063f2f8fe4414610486578063f2fde38b146104015763fd61d10b1461026e575f80fd5b346103fd5760206003193601126103fd576001600160a01b0360043561029381614767565b9193909316908133036103cd57600381604e1c166102b081613cb5565b6102b981613cb5565b6001811415806103b9575b610381575091925f92610336919061030e906fffffffff000000000000000000000000166c3fffffffffffffffc0000000004260261b161791848652600760205260408620614353565b9091906fffffffffffffffffffffffffffffffff8084549260031b9316831b921b1916179055565b827fe835077683e1229ba609861c631052b04b735a65bff37eb1f27f748be864fbf88380a27fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef8280a4005b837f9ade84a3000000000000000000000000000000000000000000000000000000005f526004526103b181613cb5565b60245260445ffd5b506103c381613cb5565b60028114156102c4565b827f9f47b682000000000000000000000000000000000000000000000000000000005f526004523360245260445ffd5b5f80fd5b346103fd5760206003193601126103fd576001600160a01b03610422613da7565b61042a61487b565b16807fffffffffffffffffffffffff000000000000000000000000000000000000000060015416176001556001600160a01b035f54167f38d16b8cac22d99fc7c124b9cd0de2d3fa1faef420bfe791d8c362d765e227005f80a3005b346103fd57600319360160e081126103fd5760c0136103fd5760c43567ffffffffffffffff81116103fd576104bf903690600401613dea565b6104cf6104ca61407d565b615144565b9290506104ee836104e7336104e261407d565b614806565b6004614ab9565b90600435936001600160a01b038516908186036103fd5760a4359167ffffffffffffffff831683036103fd575f52600760205260405f2094610534823385888b8b614b0b565b949093821580159061060e575b610558575b5050505093610556943394614f3c565b005b906105a96105af939263ffffffff8960601c16956105a060ff61058d8963ffffffff165f526002602052600160405f20015490565b9260481c1661059b81613cb5565b6154dc565b918a338e61559f565b89614919565b156105bc57808080610546565b77ffffffffffffffffffffffffffffffffffffffff0000000063ffffffff8792169160201b16177fbe305a32000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b5061061a81888861590c565b15610541565b346103fd5760206003193601126103fd57610639614677565b5060e061065261064a600435614767565b919050615439565b61065f6040518092613f7b565bf35b346103fd5760406003193601126103fd5761067a613da7565b50610683613dbd565b5060206040515f8152f35b346103fd575f6003193601126103fd5760206001600160a01b0360015416604051908152f35b346103fd576101206003193601126103fd576106ce613eb0565b60243567ffffffffffffffff81116103fd576106ee903690600401613dea565b9060443567ffffffffffffffff81116103fd5761070f903690600401613dea565b9092906064359060ff8216908183036103fd5760807fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7c3601126103fd57610104359661075961487b565b8715610d485763ffffffff1695865f52600260205260405f209587158015610d3e575b610d12578315610ce6576107908682615963565b15610ca85761079f8383615ae8565b15610c65576107af368484614731565b6020815191012060018801556107c6368783614731565b6020815191012060028801556003870167ffffffffffffffff8411610b93576107ef8154614158565b601f8111610c14575b50835f601f8211600114610bb2575f91610ba7575b508460011b905f198660031b1c19161790555b6004870167ffffffffffffffff8711610b935761083d8154614158565b601f8111610b42575b50865f601f8211600114610ae0575f91610ad5575b508760011b905f198960031b1c19161790555b6084359267ffffffffffffffff8416938481141594856103fd57643fffffffff8111610aa65760a4359160ff8316938484141596876103fd5785610a5e5760c43560ff8116908181036103fd5750155b15610a135760019160088c901b61ff00169b60c43560ff8181169b919a921691908b8b036103fd576103fd5760e4359b60048d10156103fd576109008d613cb5565b6103fd577ed139a56273498f90f0ca4aa9b0a434f24848d46126776228cbc01bec6960989f8760e09f8c8f916109c6966109d49a6fffff00000000000000000000000000008f956dff000000000000000000000000008f6cff0000000000000000000000006bff00000000000000000000006aff0000000000000000000069ff000000000000000000859684955060481b169b60501b169960581b169760601b16169460681b16169160701b1617171717171790556040519e8f9e8f8181520191614711565b8c810360208e015291614711565b9760408a01525060608801525060808601525060a08401526109f581613cb5565b60c08301520390a3005b634e487b7160e01b5f52601160045260245ffd5b8d86868a6103fd575060c4359160ff8316928381036103fd57507fd567587e000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b5f9750601086111580610a8e575b80156108be575060c43560ff8116908181036103fd575060ff8c1610156108be565b5060c43560ff8116908181036103fd57501515610a6c565b8a7f5bee8b73000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b90508201358b61085b565b90601f191690825f528860205f20925f5b818110610b27575010610b0e575b5050600187811b01905561086e565b5f1960f88a60031b161c19908401351690558a80610aff565b8684013585556001909401936020938401938c935001610af1565b8781111561084657815f5260205f20601f890160051c9060208a10610b8b575b81601f9101920160051c03905f5b828110610b7e575050610846565b5f82820155600101610b70565b5f9150610b62565b634e487b7160e01b5f52604160045260245ffd5b90508301358b61080d565b90601f191690825f528560205f20925f5b818110610bf9575010610be0575b5050600184811b019055610820565b5f1960f88760031b161c19908501351690558a80610bd1565b87840135855560019094019360209384019389935001610bc3565b848111156107f857815f5260205f20601f860160051c9060208710610c5d575b81601f9101920160051c03905f5b828110610c505750506107f8565b5f82820155600101610c42565b5f9150610c34565b5090610ca46040519283927f78db44e4000000000000000000000000000000000000000000000000000000008452602060048501526024840191614711565b0390fd5b85610ca46040519283927f78db44e4000000000000000000000000000000000000000000000000000000008452602060048501526024840191614711565b877fdab254f5000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b877f4184c045000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b508654151561077c565b7f0a09bb4f000000000000000000000000000000000000000000000000000000005f5260045ffd5b346103fd5760606003193601126103fd5760043567ffffffffffffffff81116103fd57366023820112156103fd57806004013567ffffffffffffffff81116103fd5760248201916024369160c084020101116103fd5760243567ffffffffffffffff81116103fd57610de6903690600401613e7f565b90604435610df261487b565b8015610d4857828403610ff4575f5b848110610e0a57005b818677ffffffffffffffffffffffffffffffffffffffff0000000063ffffffff610e536020610e4d878c610e47610e4283838b614701565b6140b7565b97614701565b01614090565b169160201b16177f7531e5485789fd943c5fdc1c96d227c830c8137e883628fe87acd80ee0c5145b5f80a3610e89818688614701565b610e9c6104ca6020610e4d858a8c614701565b905085831015610fe057610eb58360051b860186614107565b92610ec28360ff83614ab9565b92610ed860a0610ed1846140b7565b93016140e2565b906001600160a01b0383165f52600760205260405f2095610efd82308589888c614b0b565b9590938215801590610fce575b610f2b575b5050505091610f25939160019695933094614f3c565b01610e01565b90610f69610f6f939263ffffffff8a60601c1695610f6060ff61058d8963ffffffff165f526002602052600160405f20015490565b918b308b61559f565b86614919565b15610f7c57808080610f0f565b77ffffffffffffffffffffffffffffffffffffffff0000000063ffffffff8492169160201b16177fbe305a32000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b50610fda81898961590c565b15610f0a565b634e487b7160e01b5f52603260045260245ffd5b82847fa41aba3c000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b346103fd5760206003193601126103fd5761103d613da7565b6110468161488e565b90601f1961106c61105684614593565b936110646040519586613d43565b808552614593565b015f5b81811061115a5750506001600160a01b038116905f805b845182101561110a576110d590845f5260076020526fffffffffffffffffffffffffffffffff6110b98260405f20614353565b90549060031b1c166110ca81615233565b6110da575b5061436f565b611086565b6110e76111039186615439565b936110f18161436f565b946110fc828a6146ed565b52876146ed565b50866110cf565b846040518091602082016020835281518091526020604084019201905f5b818110611136575050500390f35b91935091602060e08261114c6001948851613f7b565b019401910191849392611128565b602090611165614677565b8282870101520161106f565b346103fd5760206003193601126103fd5760043567ffffffffffffffff81116103fd576111a2903690600401613e7f565b5f915b8183106111ae57005b6111c16111bc8484846146ad565b614090565b916111cd8482846146ad565b6020810135907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe1813603018212156103fd57019283359367ffffffffffffffff85116103fd578460071b360360208201136103fd5761122d829492615144565b96905061123a3386614806565b9261127f61127561125c60ff8b60481c16809761125682613cb5565b8a615259565b9763ffffffff165f526002602052600160405f20015490565b9461059b81613cb5565b946fffffffffffffffffffffffffffffffff5f9716965b8881101561147d578060071b85016112b0602082016140b7565b6040820135917fffffffffffffffff0000000000000000ffffffff00fff00000000000000000008316611451578291898b928f958e6fffffffffffffffffffffffffffffffff67ffffffffffffffff9216179560801c16906001600160a01b03841691825f52600760205261132d60405f209833838a898d614b0b565b969094606084013592831580159061143f575b611363575b5050505050509161135d939160019695933394614f3c565b01611296565b6113ae949392608092611378928c338c61559f565b9201359160ff601b7f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff851694821c011690615c88565b509091906113bb81613cb5565b15918261142c575b5050156113d5578f80808e8e82611345565b5077ffffffffffffffffffffffffffffffffffffffff0000000063ffffffff808560601c16169160201b16177fbe305a32000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b6001600160a01b03161490505f806113c3565b5061144b818b8b61590c565b15611340565b827f3afbbcd0000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b509750955092505050600191500191906111a5565b346103fd5760206003193601126103fd5763ffffffff6114b0613eb0565b1677ffffffffffffffffffffffffffffffffffffffff000000003360201b161761152161150f61030e6114e2846153b5565b90926fffffffff0000000000000000000000009091166c3fffffffffffffffc0000000004260261b161790565b91335f52600760205260405f20614353565b7f89666c2f4c21b1e5d6a474995b69b643a5ec83c63296268d86222ca395c5aabc5f80a2005b346103fd5760206003193601126103fd57611560614677565b506115d35f6115c861157661064a600435614767565b61158963ffffffff60208301511661424e565b9060405194859384937f90877eac0000000000000000000000000000000000000000000000000000000085526101006004860152610104850190613ed6565b916024840190613f7b565b03816001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000165afa80156116a5575f9061162a575b61162690604051918291602083526020830190613d82565b0390f35b503d805f833e61163a8183613d43565b8101906020818303126103fd5780519067ffffffffffffffff82116103fd57019080601f830112156103fd57815161167181613d66565b9161167f6040519384613d43565b818352602082850101116103fd576020815f928261162696018386015e8301015261160e565b6040513d5f823e3d90fd5b346103fd57600319360160e081126103fd5760c0136103fd5760206117216116e36116dc6104ca61407d565b9050614a23565b6116eb6140a1565b6116f36140cb565b906117176116ff61407d565b63ffffffff165f526002602052600160405f20015490565b9260c43591614d9f565b604051908152f35b346103fd57600319360160e081126103fd5760c0136103fd5760c4356001600160a01b03811681036103fd576117216020916117696116dc6104ca61407d565b61177c600382604e1c1661059b81613cb5565b916117856140a1565b9161178e6140cb565b9161179a6116ff61407d565b9361559f565b346103fd5760206003193601126103fd576101006004356117bf614677565b5067ffffffffffffffff6117fe643fffffffff6117f46001600160a01b036117e6866153b5565b968792915060201c16615439565b9360261c16613fec565b61180b6040518094613f7b565b1660e0820152f35b346103fd5760406003193601126103fd5761182c613da7565b6024359061183861487b565b8115610d48576001600160a01b03806118508361518e565b51169116805f5260086020525f60408120557f9aa3b73ad59df83a883417b6ffd99db13147c35b4de2e1de549aa17eda3309415f80a4005b346103fd5760806003193601126103fd576118a1613da7565b506118aa613dbd565b5060643567ffffffffffffffff81116103fd576118cb903690600401613dea565b50507f391a3ce9000000000000000000000000000000000000000000000000000000005f5260443560045260245ffd5b346103fd57600319360161012081126103fd5760c0136103fd5760e4356001600160a01b03811681036103fd576101043567ffffffffffffffff811681036103fd57602091611721916119526116dc6104ca61407d565b9161195b6140a1565b6119666116ff61407d565b9360c43591614e83565b346103fd5760206003193601126103fd5761198c600435614767565b505050602060405160018152f35b346103fd5760c06003193601126103fd576119b3613eb0565b60807fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffdc3601126103fd5760a435906119e961487b565b8115610d48576119f881615144565b919060ff8360401c16611c8b576024359267ffffffffffffffff84169283851415806103fd57643fffffffff8511611c55576044359460ff8616908187141591826103fd5780611c0a5760643560ff8116908181036103fd5750155b15611bb957600161ffff8760701c16019761ffff89116109ff576064359260ff8416948585036103fd576103fd576084359560048710156103fd57611a9887613cb5565b6103fd5761ffff60a099827ff48ad6a8366f00f586e53d7391bed6a43a0b989dad3a0c73ac77218808bf5a3c9c63ffffffff9b69ff0000000000000000008b60481b16916aff000000000000000000008860501b16916bff00000000000000000000008b60581b16916fffff00000000000000000000000000006dff00000000000000000000000000807fffffffffffffffffffffffffffffffffffffff000000000000000000000000006cff000000000000000000000000807fffffffffffffffffffffffffffffffffffffffff00000000000000000000000088161616951616169160701b1617171717171780915560701c169a6040519b8c525060208b0152506040890152506060870152611baf81613cb5565b60808601521692a3005b849088846103fd575060643560ff8116928382036103fd5763ffffffff91507fd567587e000000000000000000000000000000000000000000000000000000005f521660045260245260445260645ffd5b5f9250601081111580611c3d575b8015611a54575060643560ff8116908181036103fd575060ff8760681c161015611a54565b5060643560ff8116908181036103fd57501515611c18565b8463ffffffff837f5bee8b73000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b63ffffffff827f4254f9e7000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b346103fd5760606003193601126103fd576020611721611cdb613da7565b611ce3613dbd565b611ceb613dd3565b91614613565b346103fd5760406003193601126103fd576020611d0c613da7565b77ffffffffffffffffffffffffffffffffffffffff0000000063ffffffff611d32613ec3565b1691831b1617604051908152f35b346103fd5760406003193601126103fd57611d59613da7565b50611d62613f6c565b507f391a3ce9000000000000000000000000000000000000000000000000000000005f525f60045260245ffd5b346103fd575f6003193601126103fd57611626604051611db0604082613d43565b600781527f50455249545553000000000000000000000000000000000000000000000000006020820152604051918291602083526020830190613d82565b346103fd575f6003193601126103fd5760206001600160a01b035f5416604051908152f35b346103fd575f6003193601126103fd57602060405162278d008152f35b346103fd5760406003193601126103fd576020611e5c611e4e613da7565b611e56613ec3565b906145ab565b60ff60405191168152f35b346103fd575f6003193601126103fd57611f1f611ea37f00000000000000000000000000000000000000000000000000000000000000006158b5565b611ecc7f00000000000000000000000000000000000000000000000000000000000000006158b5565b6020611f2d60405192611edf8385613d43565b5f84525f3681376040519586957f0f00000000000000000000000000000000000000000000000000000000000000875260e08588015260e0870190613d82565b908582036040870152613d82565b4660608501523060808501525f60a085015283810360c08501528180845192838152019301915f5b828110611f6457505050500390f35b835185528695509381019392810192600101611f55565b346103fd5760606003193601126103fd576004356024359060048210156103fd5760443591611fa861487b565b8215610d4857611fb782614767565b919490929091611fc682613cb5565b81156120e357600381604e1c16611fdc81613cb5565b611fe581613cb5565b801515806120cf575b61209f575093945f94612043919061030e906001600160a01b03906fffffffff000000000000000000000000166c3fffffffffffffffc0000000004260261b1617921695868852600760205260408820614353565b6040519061205081613cb5565b8152847f8aaee7f6a2783303b952a2bba17b01489f878c72c13e089b7214b188651d2e4660203393a47fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef8280a4005b857f9ade84a3000000000000000000000000000000000000000000000000000000005f526004526103b181613cb5565b506120d981613cb5565b6002811415611fee565b7fa97f0235000000000000000000000000000000000000000000000000000000005f5260045ffd5b346103fd5760206003193601126103fd576001600160a01b0361212c613da7565b612134614575565b50165f526008602052606060405f206040519061215082613cd3565b5467ffffffffffffffff6001600160a01b0382169283815260ff60406020830192848660a01c168452019360e01c1615158352604051938452511660208301525115156040820152f35b346103fd575f6003193601126103fd57600154336001600160a01b0382160361223c577fffffffffffffffffffffffff0000000000000000000000000000000000000000166001555f54337fffffffffffffffffffffffff00000000000000000000000000000000000000008216175f556001600160a01b033391167f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e05f80a3005b7f118cdaa7000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b346103fd5760406003193601126103fd57612281613eb0565b63ffffffff61228e613dbd565b911690815f5260036020526001600160a01b0360405f2091165f5260205260ff60405f205460081c16806122ca575b6020906040519015158152f35b505f526002602052602060ff60405f205460401c161515156122bd565b346103fd575f6003193601126103fd577f3edfbde9000000000000000000000000000000000000000000000000000000005f5260045ffd5b346103fd5760206003193601126103fd57612338613da7565b6001600160a01b038116156123525761172160209161488e565b7f86c4658f000000000000000000000000000000000000000000000000000000005f525f60045260245ffd5b346103fd575f6003193601126103fd57602060405160408152f35b346103fd5760206003193601126103fd5760206123b7600435614767565b50506001600160a01b0360405191168152f35b346103fd5760406003193601126103fd576123e3613da7565b60243567ffffffffffffffff81116103fd57612403903690600401613dea565b61240c8361518e565b916001600160a01b03841693843303612462575b5f856001600160a01b038651169080835260086020528260408120557f9aa3b73ad59df83a883417b6ffd99db13147c35b4de2e1de549aa17eda3309418380a4005b90612492929161248c6001600160a01b0386511667ffffffffffffffff6020880151169083614613565b90614919565b1561249f57828080612420565b507f8bb70578000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b346103fd5760406003193601126103fd576124e4613eb0565b602435906124f061487b565b8115610d48576124ff81615144565b60ff8160401c16612543576801000000000000000017905563ffffffff167fe1fbf9cf7d92e9aa0d942a00c9c57301bd19db7d021208f25fb084eba57c51c05f80a3005b63ffffffff837f4254f9e7000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b346103fd575f6003193601126103fd576020604051621275008152f35b346103fd5760a06003193601126103fd576125ab613eb0565b60243560ff8116918282036103fd57604435916001600160a01b038316938484036103fd576064359360048510156103fd5760843567ffffffffffffffff8116908181036103fd576125fc86615144565b95905060ff8660481c1661260f81613cb5565b61261889613cb5565b61262181613cb5565b8881036127e0575061267d6126668894938a93308d145f146127d05760ff905b61266167ffffffffffffffff421696879361265b85613fec565b9a615259565b61529f565b96335f52600760205260405f209585893389614b0b565b61268981989298615233565b61277f5760601c63ffffffff161580612774575b612748577f8e7c94772d36e830124469c6b30d7bd9f50e064ac28c7e821de9ba84d78a46289761270067ffffffffffffffff9661030e60a09a69100000000000000000006fffffffffffffffffffffffffffffffff63ffffffff97161792614353565b1677ffffffffffffffffffffffffffffffffffffffff000000003360201b16179760405195865261273081613cb5565b602086015260408501526060840152166080820152a3005b7fdfeacbc2000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b50602087101561269d565b63ffffffff891677ffffffffffffffffffffffffffffffffffffffff000000003360201b16177f9aeefebd000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b6127da8888614806565b90612641565b63ffffffff886127ef83613cb5565b7fe6f42299000000000000000000000000000000000000000000000000000000005f52166004526103b181613cb5565b613e18565b346103fd5760806003193601126103fd5761283d613eb0565b612845613dbd565b60443580151581036103fd576064359161285d61487b565b8215610d48576105569361437d565b346103fd5760206003193601126103fd57612885613da7565b61288e8161518e565b67ffffffffffffffff602082015116804210612c035750516001600160a01b03165f818152600760205260409020546fffffffffffffffffffffffffffffffff16612bd857906001600160a01b03811691825f52600860205260405f207c01000000000000000000000000000000000000000000000000000000007fffffff00ffffffffffffffffffffffffffffffffffffffffffffffffffffffff82541617905580837fc4aef5da6b1f6085ebd05a82a61d94bf83a486f32ab4ac3f7843afeed66b14405f80a35f915f9177ffffffffffffffffffffffffffffffffffffffff00000000808260201b169260201b16925b604081106129fe575b50505050156129d3575f90815260076020526040902080547fffffffffffffffffffffffffffffffff0000000000000000000000000000000016690fffffffffc000000000179055005b7f5c2a4acf000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b855f5260076020526fffffffffffffffffffffffffffffffff612a248260405f20614353565b90549060031b1c1663ffffffff8160601c169063ffffffff821615612bd157875f526007602052612a588360405f20614353565b6fffffffffffffffffffffffffffffffff82549160031b1b19169055612a7d81615233565b15612bc757835f526007602052612aa58161030e60405f2099612a9f8161436f565b9a614353565b6001600160a01b03612abd60ff8360501c168461587a565b1690848214612b9b5760019392917f135ffb3383e06280e062ac5095bbf8faa98517161e596a2536bd98a9a8b64a886020600388947f032bc66be43dbccb7487781d168eb7bda224628a3b2c3388bdf69b532a3a1611838f8e63ffffffff8f818d16179b16175f604051927fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef8280a489895f7fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef8180a4898152a1604e1c16612b8481613cb5565b60405190612b9181613cb5565b8152a45b01612980565b847ffe911cae000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b5050600190612b95565b5050612989565b7f0136fefc000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b6001600160a01b03837ff9e4e3c2000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b346103fd5760206003193601126103fd57611626612c5f612c5a613eb0565b61424e565b604051918291602083526020830190613ed6565b346103fd57600319360161012081126103fd5760c0136103fd5760c43567ffffffffffffffff81116103fd57612cad903690600401613dea565b906101043567ffffffffffffffff81116103fd57612ccf903690600401613e7f565b60805291612cde6104ca61407d565b9050612ce86140a1565b93612cf282614a23565b936001600160a01b0386165f52600760205260405f2094612d116140cb565b965f60a05263ffffffff8260601c1660a05263ffffffff60a0511677ffffffffffffffffffffffffffffffffffffffff000000008260201b161760ff8360581c1698643fffffffff8460261c1660ff8860401c166135ad576001600160a01b038416156135815760ff8b1615801561356f575b61353457612d9460a0518b61533f565b9b909860408a146134ff5767ffffffffffffffff83164281118e81156134e1575b5061343f5750643fffffffff871693612dd967ffffffffffffffff831686866157f5565b1561340f5767ffffffffffffffff168042116133e05750612dfb6116ff61407d565b9763ffffffff612e0961407d565b1677ffffffffffffffffffffffffffffffffffffffff000000008860201b16179b6001600160a01b038816330361338e575b505060ff8160501c1680158015613383575b613341575060ff9060581c169b8c60ff612e656140f7565b1611613331575b5f995f5b608051811015613160578060051b8b01359b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff818c3603018d12156103fd576001600160a01b0380612ec28f8f016140b7565b92169116111561312157612ed78c8c016140b7565b9b8b6001600160a01b03612eef83828d1693016140b7565b16146130e25767ffffffffffffffff612f0c6040838f01016140e2565b164211613086578f818d01602001828e63ffffffff612f2a84614090565b165f90815260026020819052604080832082015460a05163ffffffff16845292200154036130795760ff92611e56612f678594612f6d94016140b7565b91614090565b925b169116818110613034575050808d612fb08e612fa48f8f8f8690612f9a6040612fb89b8801016140e2565b9260e43591614e83565b93016060810190614107565b929091614919565b15612fff576001908c8e7f7fd5149bae6734bd018b32725641329633aedf52e3160ddedeabdbde1f8e10c360206001600160a01b036040519460e43586521693a301612e70565b6001600160a01b038c7fbff77ac6000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b6001600160a01b036130478f85016140b7565b7fc8628832000000000000000000000000000000000000000000000000000000005f521660045260245260445260645ffd5b50505060ff805f92612f6f565b8b6001600160a01b036130b16040846130a967ffffffffffffffff9686016140b7565b9401016140e2565b917fb3b36b19000000000000000000000000000000000000000000000000000000005f52166004521660245260445ffd5b6130f56001600160a01b03918d016140b7565b7f19398c6e000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b6001600160a01b036131348d8d016140b7565b7f16a45480000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b50965f867f135ffb3383e06280e062ac5095bbf8faa98517161e596a2536bd98a9a8b64a88968f966001600160a01b03966003966131a787879d9f61030e9060209d614353565b6131b081615233565b15861461327b57506040805160ff909216825267ffffffffffffffff928316602083015291909216908201527f3231e39231c7423eec09ff2a0e043d82fc41d70a990d0a8de8fb00db61e403049080606081010390a37f032bc66be43dbccb7487781d168eb7bda224628a3b2c3388bdf69b532a3a1611846040518a868b168a7fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef8180a48a8152a15b604e1c169461326786613cb5565b6040519561327481613cb5565b86521693a4005b60581c60ff9081169082161485146132e1576040805160ff909216825267ffffffffffffffff928316602083015291909216908201527f8c77fe778c8eff14f16a64aabcf1f8823a0e35816385fc73a094d19a149486cc9080606081015b0390a3613259565b6040805160ff909216825267ffffffffffffffff928316602083015291909216908201527f9108668cabf61b358284208a962d3ba6537aa4a33acbce1e7922d0e4ba11b5729080606081016132d9565b9b5061333b6140f7565b9b612e6c565b63ffffffff61334e61407d565b7f079ef95c000000000000000000000000000000000000000000000000000000005f521660045260805160245260445260645ffd5b508060805110612e4d565b6133a8916105a98b61339e6140cb565b60e4358d8d614d9f565b156133b4578d80612e3b565b8a7fbe305a32000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b857f29af7425000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b84867fe229f143000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b858e9188690fffffffffc0000000006fffffffffffffffffffffffffffffffff8516146134ac575061347967ffffffffffffffff936157b7565b917f176f037f000000000000000000000000000000000000000000000000000000005f526004526024521660445260645ffd5b6001600160a01b03907f36322b81000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b67ffffffffffffffff91506134f5906157b7565b168111158e612db5565b6001600160a01b03867fdfeacbc2000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b60ff8b7f83ee7022000000000000000000000000000000000000000000000000000000005f5263ffffffff60a051166004521660245260445ffd5b5060ff8860681c1660ff8c1611612d84565b7ffe911cae000000000000000000000000000000000000000000000000000000005f525f60045260245ffd5b7f4254f9e7000000000000000000000000000000000000000000000000000000005f5263ffffffff60a0511660045260245ffd5b346103fd5760606003193601126103fd5760206117216135ff613da7565b613607613dbd565b61360f613dd3565b9161400e565b346103fd5760a06003193601126103fd5761362e613da7565b613636613dbd565b61363e613dd3565b9160643567ffffffffffffffff81116103fd5761365f903690600401613dea565b906084359461366c61487b565b8515610d485761367b8461488e565b156138e7576136af856001600160a01b03165f5260076020526fffffffffffffffffffffffffffffffff60405f2054161590565b156138b25767ffffffffffffffff811680421161387a5750906136d76136dd9392868661400e565b85614919565b15613845576212750067ffffffffffffffff4216019067ffffffffffffffff82116109ff5760207f924144b124c87325f60889be3b54715e82bc9b2d03289c67722d65f982559a49916001600160a01b036040519561373b87613cd3565b169485815267ffffffffffffffff8382019516918286526001600160a01b0360408301915f83521695865f52600885526001600160a01b038060405f20945116167fffffffffffffffffffffffff0000000000000000000000000000000000000000845416178355517fffffffff0000000000000000ffffffffffffffffffffffffffffffffffffffff7bffffffffffffffff000000000000000000000000000000000000000084549260a01b1691161782555115157fffffff00ffffffffffffffffffffffffffffffffffffffffffffffffffffffff7cff0000000000000000000000000000000000000000000000000000000083549260e01b169116179055604051908152a4005b6001600160a01b03827f062a40dd000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b6001600160a01b03867f04352fb5000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b6001600160a01b03857f0136fefc000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b6001600160a01b03847f5c2a4acf000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b346103fd5760406003193601126103fd576004356024359060048210156103fd5761394681614767565b91939091606081901c63ffffffff1661395f3382614806565b60ff80808560501c1616911603613a3d575061397a82613cb5565b81156120e357600381604e1c1661399081613cb5565b61399981613cb5565b80151580613a29575b6139f9575092935f938492916120439161030e906001600160a01b03906fffffffff000000000000000000000000166c3fffffffffffffffc0000000004260261b1617921695868652600760205260408620614353565b847f9ade84a3000000000000000000000000000000000000000000000000000000005f526004526103b181613cb5565b50613a3381613cb5565b60028114156139a2565b63ffffffff907f85acbb68000000000000000000000000000000000000000000000000000000005f52166004523360245260445ffd5b346103fd5760406003193601126103fd57613a8c613da7565b507f391a3ce9000000000000000000000000000000000000000000000000000000005f5260243560045260245ffd5b346103fd5760206003193601126103fd57613ad7600435614767565b50505060206040515f8152f35b346103fd575f6003193601126103fd57611626604051613b05604082613d43565b601181527f50657269747573204578706572746973650000000000000000000000000000006020820152604051918291602083526020830190613d82565b346103fd5760206003193601126103fd5760206003613b63600435614767565b915050604e1c16613b7381613cb5565b60405190613b8081613cb5565b8152f35b346103fd5760206003193601126103fd57600435907fffffffff0000000000000000000000000000000000000000000000000000000082168092036103fd57817f01ffc9a70000000000000000000000000000000000000000000000000000000060209314908115613c8b575b8115613c61575b8115613c37575b8115613c0d575b5015158152f35b7f0489b56f0000000000000000000000000000000000000000000000000000000091501483613c06565b7fb45a3c0e0000000000000000000000000000000000000000000000000000000081149150613bff565b7f5b5e139f0000000000000000000000000000000000000000000000000000000081149150613bf8565b7f80ac58cd0000000000000000000000000000000000000000000000000000000081149150613bf1565b60041115613cbf57565b634e487b7160e01b5f52602160045260245ffd5b6060810190811067ffffffffffffffff821117610b9357604052565b60c0810190811067ffffffffffffffff821117610b9357604052565b6080810190811067ffffffffffffffff821117610b9357604052565b60e0810190811067ffffffffffffffff821117610b9357604052565b90601f601f19910116810190811067ffffffffffffffff821117610b9357604052565b67ffffffffffffffff8111610b9357601f01601f191660200190565b90601f19601f602080948051918291828752018686015e5f8582860101520116010190565b600435906001600160a01b03821682036103fd57565b602435906001600160a01b03821682036103fd57565b6044359067ffffffffffffffff821682036103fd57565b9181601f840112156103fd5782359167ffffffffffffffff83116103fd57602083818601950101116103fd57565b346103fd5760606003193601126103fd576004356001600160a01b03811681036103fd57506024356001600160a01b03811681036103fd57506044357f391a3ce9000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b9181601f840112156103fd5782359167ffffffffffffffff83116103fd576020808501948460051b0101116103fd57565b6004359063ffffffff821682036103fd57565b6024359063ffffffff821682036103fd57565b90610100606060a0613f08613ef686516101208752610120870190613d82565b60208701518682036020880152613d82565b9460ff60408201511660408601528281015115158386015261ffff6080820151166080860152015167ffffffffffffffff81511660a085015260ff60208201511660c085015260ff60408201511660e0850152015191613f6783613cb5565b015290565b6024359081151582036103fd57565b67ffffffffffffffff60c080926001600160a01b03815116855263ffffffff602082015116602086015260ff60408201511660408601526001600160a01b0360608201511660608601526080810151613fd381613cb5565b60808601528260a08201511660a0860152015116910152565b67ffffffffffffffff62278d009116019067ffffffffffffffff82116109ff57565b9067ffffffffffffffff61407a936001600160a01b03604051938160208601967f2ca2129137c616d76cae940b715a1fb08bf50c8897abc369630cb06213efe39f88521660408601521660608401521660808201526080815261407260a082613d43565b5190206149e2565b90565b60243563ffffffff811681036103fd5790565b3563ffffffff811681036103fd5790565b6004356001600160a01b03811681036103fd5790565b356001600160a01b03811681036103fd5790565b60a43567ffffffffffffffff811681036103fd5790565b3567ffffffffffffffff811681036103fd5790565b60443560ff811681036103fd5790565b9035907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe1813603018212156103fd570180359067ffffffffffffffff82116103fd576020019181360383136103fd57565b90600182811c92168015614186575b602083101461417257565b634e487b7160e01b5f52602260045260245ffd5b91607f1691614167565b9060405191825f8254926141a384614158565b808452936001811690811561420e57506001146141ca575b506141c892500383613d43565b565b90505f9291925260205f20905f915b8183106141f25750509060206141c8928201015f6141bb565b60209193508060019154838589010152019101909184926141d9565b602093506141c89592507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff0091501682840152151560051b8201015f6141bb565b6142a69060405161425e81613cef565b60608152606060208201525f60408201525f60608201525f608082015260a06040519161428a83613d0b565b5f83525f60208401525f60408401525f60608401520152615144565b60ff8160681c1660ff8260401c16151561ffff8360701c169160ff8460501c1660ff8560581c1660ff8660481c16916142de83613cb5565b67ffffffffffffffff604051976142f489613d0b565b1687526020870152604086015261430a81613cb5565b606085015261433560036040519661432188613cef565b61432d60048201614190565b885201614190565b6020860152604085015215156060840152608083015260a082015290565b9190916040831015610fe0576010908360011c019260041b1690565b5f1981146109ff5760010190565b916001600160a01b039161439084615144565b93909116938415801561456c575b6145405763ffffffff1692835f52600360205260405f20855f5260205260405f20918254931515938460ff8260081c161515146145365760ff161561443e575b50507fab57676eca326ae64eecc2b1789477dc955a511af4185f399fae12363f92fc129181602092547fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff00ff61ff008460081b169116179055604051908152a4565b600160ff8360601c16019160ff83116109ff5760ff83169260ff841461450a577fffffffffffffffffffffffffffffffffffffff00ffffffffffffffffffffffff90911660609190911b6cff0000000000000000000000001617905581547fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff0016811782555f84815260046020908152604080832093835292815291902080547fffffffffffffffffffffffff0000000000000000000000000000000000000000168617905582906143de565b867f77253f1b000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b5050505050505050565b847f9d2ab9e9000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b5030851461439e565b6040519061458282613cd3565b5f6040838281528260208201520152565b67ffffffffffffffff8111610b935760051b60200190565b906001600160a01b036145c992165f52600760205260405f2061533f565b9050643fffffffff81166145dc82615233565b90816145f7575b50156145f25760581c60ff1690565b505f90565b801591508115614609575b505f6145e3565b905042105f614602565b9067ffffffffffffffff61407a936001600160a01b03604051938160208601967f71add5ec72046058bc1ed777bac70ec87c8c158922fdd5b2451de2a4f763f09c88521660408601521660608401521660808201526080815261407260a082613d43565b6040519061468482613d27565b5f60c0838281528260208201528260408201528260608201528260808201528260a08201520152565b9190811015610fe05760051b810135907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc1813603018212156103fd570190565b8051821015610fe05760209160051b010190565b9190811015610fe05760c0020190565b601f8260209493601f1993818652868601375f8582860101520116010190565b92919261473d82613d66565b9161474b6040519384613d43565b8294818452818301116103fd578281602093845f960137010152565b908160c01c6147da576001600160a01b038260201c1691825f52600760205261479a60405f2063ffffffff83169061533f565b909290916147a783615233565b156147af5750565b7f86c4658f000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b507f86c4658f000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b63ffffffff1690815f52600360205260405f206001600160a01b0382165f5260205260405f20549160ff8360081c161561484257505060ff1690565b6001600160a01b0392507f85acbb68000000000000000000000000000000000000000000000000000000005f526004521660245260445ffd5b6001600160a01b035f5416330361223c57565b5f916001600160a01b035f9216915b604081106148aa57509050565b825f5260076020526fffffffffffffffffffffffffffffffff6148d08260405f20614353565b90549060031b1c1663ffffffff808260601c161615614913576148f290615233565b6148ff575b60010161489d565b9261490b60019161436f565b9390506148f7565b50509050565b90929192614928838583615667565b5061493281613cb5565b1590816149cc575b506149c3576064601f19601f855f96602098604051967f1626ba7e0000000000000000000000000000000000000000000000000000000088526004880152604060248801528160448801528587013786848287010152011601915afa7f1626ba7e000000000000000000000000000000000000000000000000000000005f5114601f3d11161690565b50505050600190565b90506001600160a01b038084169116145f61493a565b6042906149ed61569b565b90604051917f19010000000000000000000000000000000000000000000000000000000000008352600283015260228201522090565b6024359063ffffffff821682036103fd5760ff6a3fc00000000000000000009160481c1691614a5183613cb5565b614a5a83613cb5565b604e9290921b1660609190911b6fffffffff000000000000000000000000161760443560ff811681036103fd5760643567ffffffffffffffff811681036103fd576084359167ffffffffffffffff831683036103fd5761407a9361529f565b91614ae09160ff614acc60208601614090565b9260481c1691614adb83613cb5565b615259565b60408201359160ff831683036103fd5761407a92614b056080610ed1606085016140e2565b9261529f565b92919593909463ffffffff8760601c1663ffffffff811677ffffffffffffffffffffffffffffffffffffffff000000008860201b16179460ff8960581c16643fffffffff8a60261c169460ff8560401c16614d6d576001600160a01b03998a169916898114614d42575060ff1680158015614d33575b614cfe575090614b909161533f565b809891989760408a14614cd35767ffffffffffffffff8516904282118015614cb7575b614c535750505091614bda91643fffffffff67ffffffffffffffff941693849116916157f5565b15614c24575067ffffffffffffffff1690814211614bf6575050565b7f29af7425000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b827fe229f143000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b908791690fffffffffc0000000006fffffffffffffffffffffffffffffffff851614614c8c575061347967ffffffffffffffff936157b7565b7f36322b81000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b5067ffffffffffffffff614cca846157b7565b16821115614bb3565b7fdfeacbc2000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b63ffffffff837f83ee7022000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b5060ff8460681c168111614b81565b7ffe911cae000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b63ffffffff847f4254f9e7000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b93909291928060601c63ffffffff16938160581c60ff1682604e1c600316614dc681613cb5565b614dcf906154dc565b908360261c643fffffffff1693643fffffffff16946040519760208901997f20e9f8d14fa1a0e3b9affe63c7e6af64cd570718e3e9e390f25f91bd4addb6668b526001600160a01b031660408a015263ffffffff166060890152608088015260ff1660a087015260c086015260e085015267ffffffffffffffff1661010084015261012083015267ffffffffffffffff166101408201526101408152614e7761016082613d43565b51902061407a906149e2565b93929491908060601c63ffffffff16928160581c60ff169160261c643fffffffff16936040519660208801987ff9d4606639647bbcc99a805ede92aed769c0de623845a114aec7a06d9199c2e98a526001600160a01b031660408901526001600160a01b0316606088015263ffffffff16608087015260a086015260ff1660c085015260e084015267ffffffffffffffff1661010083015267ffffffffffffffff166101208201526101208152614e7761014082613d43565b94936001600160a01b036003827f135ffb3383e06280e062ac5095bbf8faa98517161e596a2536bd98a9a8b64a889596614fa7849561030e60209863ffffffff808460601c161677ffffffffffffffffffffffffffffffffffffffff000000008d8c1b16179d614353565b614fb081615233565b61508157506040805160ff605884901c168152643fffffffff602684901c81166020830152831691810191909152838916908a907f3231e39231c7423eec09ff2a0e043d82fc41d70a990d0a8de8fb00db61e4030490606090a37f032bc66be43dbccb7487781d168eb7bda224628a3b2c3388bdf69b532a3a1611856040518b868b165f7fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef8180a48b8152a15b604e1c169461506b86613cb5565b6040519561507881613cb5565b865216941692a4565b60ff605883811c821692901c1681036150ee576040805160ff9092168252602683901c643fffffffff9081166020840152831690820152888416908a907f8c77fe778c8eff14f16a64aabcf1f8823a0e35816385fc73a094d19a149486cc9080606081015b0390a361505d565b6040805160ff9092168252602683901c643fffffffff9081166020840152831690820152888416908a907f9108668cabf61b358284208a962d3ba6537aa4a33acbce1e7922d0e4ba11b5729080606081016150e6565b63ffffffff16805f52600260205260405f209182549182156151635750565b7f8669ce13000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b6001600160a01b039061519f614575565b501690815f52600860205260405f2091604051926151bc84613cd3565b549260ff6001600160a01b0385169485835267ffffffffffffffff8160a01c16602084015260e01c16151590816040820152931590811561522b575b506152005750565b7f28cda726000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b90505f6151f8565b605881901c60ff1615159081615247575090565b69100000000000000000009150161590565b6fffffffff0000000000000000000000006aff000000000000000000006a3fc00000000000000000009361528c86613cb5565b60501b169160601b161791604e1b161790565b90643fffffffff67ffffffffffffffff85851716116153035767ffffffffffffffff92916fffffffffffffffffffffffffffffffff6bff00000000000000000000006c3fffffffffffffffc0000000009360581b169116179160261b161791161790565b67ffffffffffffffff8481857fee81cdb6000000000000000000000000000000000000000000000000000000005f52166004521660245260445ffd5b5f915b60408310615351575050905f90565b90916fffffffffffffffffffffffffffffffff61536e8285614353565b90549060031b1c1663ffffffff808260601c161680159081156153a5575b5061539c57506001019190615342565b93925090509190565b905063ffffffff8416145f61538c565b6001600160a01b038160201c165f5260076020526153dd60405f2063ffffffff83169061533f565b9290918392938160c01c1590811591615424575b506153f95750565b7fee6b81a0000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b6910000000000000000000915016155f6153f1565b90615442614677565b5067ffffffffffffffff63ffffffff8260601c169160ff8160581c166001600160a01b0361547660ff8460501c168661587a565b60ff600385604e1c169361548985613cb5565b63ffffffff643fffffffff808860261c16971698856040519b6154ab8d613d27565b168b521660208a01521660408801521660608601526154c981613cb5565b60808501521660a083015260c082015290565b6154e581613cb5565b6002811461557a576154f681613cb5565b80156155555760019061550881613cb5565b14615531577fd92753de83cb355f4a9f73465ac4e9ef1082290569c42e1ebf592b5cb1a4b9a790565b7ff24c48dfb555ee1f6fb0327ecc23cc06563c8943ed6777d6af6ba16c0178777890565b507fc06d9c5b991122f7c51a2cb89fc8efbf3e47e746c980f5afdbf2ac45f88aaf3d90565b507fbf115118cde03aa7211ddc87c2f49995515d1e40dbb0e0cbb47cb3159e2ffeaa90565b94939190938160601c63ffffffff16928260581c60ff16908360261c643fffffffff1693643fffffffff16946040519760208901997f896df6d8f7302851503a3a5076f8e1e15e0e30554ca973d34b680df6f7c25f228b526001600160a01b031660408a01526001600160a01b0316606089015263ffffffff16608088015260a087015260ff1660c086015260e085015267ffffffffffffffff1661010084015261012083015267ffffffffffffffff166101408201526101408152614e7761016082613d43565b90604183036156915761568a9250602081013591604082359201355f1a90615c88565b9192909190565b50505f9160029190565b6001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001630148061578e575b156156f6577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a0815261578860c082613d43565b51902090565b507f000000000000000000000000000000000000000000000000000000000000000046146156cd565b69100000000000000000008116156157e85760261c643fffffffff165f190167ffffffffffffffff81116109ff5790565b60261c643fffffffff1690565b9067ffffffffffffffff16801561586a574281119283615816575b50505090565b67ffffffffffffffff168015935090918315615838575b5050505f8080615810565b67ffffffffffffffff91929350160167ffffffffffffffff81116109ff5767ffffffffffffffff1610155f808061582d565b505067ffffffffffffffff161590565b60ff8281160361588a5750503090565b63ffffffff165f52600460205260ff60405f2091165f526020526001600160a01b0360405f20541690565b60ff811690601f82116158e457604051916158d1604084613d43565b6020808452838101919036833783525290565b7fb3512b0c000000000000000000000000000000000000000000000000000000005f5260045ffd5b6fffffffffffffffffffffffffffffffff9081169082166910000000000000000000171491908261593c57505090565b67ffffffffffffffff91925061595c643fffffffff839260261c16613fec565b1691161490565b81158015615ade575b615ad8575f5b82811015615ad0577fff0000000000000000000000000000000000000000000000000000000000000081830135167f61000000000000000000000000000000000000000000000000000000000000008110159081615aa5575b8115615a49575b8115615a1f575b81156159f5575b50156159ee57600101615972565b5050505f90565b7f2f000000000000000000000000000000000000000000000000000000000000009150145f6159e0565b7f2d00000000000000000000000000000000000000000000000000000000000000811491506159d9565b90507f300000000000000000000000000000000000000000000000000000000000000081101580615a7b575b906159d2565b507f3900000000000000000000000000000000000000000000000000000000000000811115615a75565b7f7a0000000000000000000000000000000000000000000000000000000000000081111591506159cb565b505050600190565b50505f90565b506040821161596c565b81158015615c7e575b615ad8575f5b82811015615ad0577fff0000000000000000000000000000000000000000000000000000000000000081830135167f20000000000000000000000000000000000000000000000000000000000000008110159081615c53575b81615c28575b81615bfd575b81615bd2575b81615ba7575b81615b7c575b50156159ee57600101615af7565b7f5c00000000000000000000000000000000000000000000000000000000000000915014155f615b6e565b7f3e000000000000000000000000000000000000000000000000000000000000008114159150615b68565b7f3c000000000000000000000000000000000000000000000000000000000000008114159150615b62565b7f26000000000000000000000000000000000000000000000000000000000000008114159150615b5c565b7f22000000000000000000000000000000000000000000000000000000000000008114159150615b56565b7f7e000000000000000000000000000000000000000000000000000000000000008111159150615b50565b5060408211615af1565b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411615cff579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa156116a5575f516001600160a01b03811615615cf557905f905f90565b505f906001905f90565b5050505f9160039190566080806040523460155761133b908161001a8239f35b5f80fdfe6101006040526004361015610012575f80fd5b5f3560e01c6390877eac14610025575f80fd5b34610ae7576101007ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112610ae75760043567ffffffffffffffff8111610ae75780600401906101207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc8236030112610ae75760e07fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffdc360112610ae75760209060246100db60ff6100d5610d0c565b16610df1565b91610175600460448301946026876100f760ff6100d58a610d1c565b604051998a947f4c6576656c200000000000000000000000000000000000000000000000000000828701528051918291018587015e8401907f206f66200000000000000000000000000000000000000000000000000000000084830152805192839101602a83015e01015f838201520301601f198101865285610d2a565b01926101818482610d61565b60a05260e0526101918180610d61565b91909461019e8280610d61565b91601c6101ab8286610d61565b9050115f14610ccb5761021d6040516101c5606082610d2a565b603281527f20746578744c656e6774683d2233343422206c656e67746841646a7573743d2260208201527f73706163696e67416e64476c79706873223e00000000000000000000000000006040820152915b85610d61565b9060ff610228610d0c565b166101588102908082046101581490151715610cb75760ff6102498a610d1c565b168015610ca35783910461025c90610df1565b9386604051978897602089017f3c73766720786d6c6e733d22687474703a2f2f7777772e77332e6f72672f32309052604089017f30302f737667222076696577426f783d2230203020343030203234302220666f9052606089017f6e742d66616d696c793d2273616e732d7365726966222066696c6c3d222366669052608089017f66223e00000000000000000000000000000000000000000000000000000000009052608389017f3c726563742077696474683d2234303022206865696768743d22323430222072905260a389017f783d223136222066696c6c3d2223316233613462222f3e3c7465787420783d22905260c389017f32382220793d2235322220666f6e742d73697a653d223138223e000000000000905260dd890137860160dd81017f3c2f746578743e3c7465787420783d2232382220793d223132302220666f6e74905260fd81017f2d73697a653d2232322220666f6e742d7765696768743d22626f6c642200000090528151602081930161011a83015e0160dd0191603d83015f81523701603d017f3c2f746578743e3c7465787420783d2232382220793d223138382220666f6e748152602081017f2d73697a653d223138223e00000000000000000000000000000000000000000090528751908160208a01602b83015e01602b81017f3c2f746578743e3c7265637420783d2232382220793d223230342220776964749052604b81017f683d2233343422206865696768743d2238222072783d2234222066696c6c3d229052606b81017f23336436303733222f3e000000000000000000000000000000000000000000009052607581017f3c7265637420783d2232382220793d22323034222077696474683d2200000000905281516020819301609183015e01602b01606681017f22206865696768743d2238222072783d2234222066696c6c3d222366326331349052608681017f65222f3e3c2f7376673e00000000000000000000000000000000000000000000905203606601600a81018252602a016105519082610d2a565b61055a906111d6565b908061056591610d61565b939095610570610d0c565b60ff1661057c90610df1565b9161058690610d1c565b60ff1661059290610df1565b9361059b610db2565b73ffffffffffffffffffffffffffffffffffffffff16610aeb576040516105c3604082610d2a565b601381527f656e646f72736564206279206d656d62657273000000000000000000000000006020820152955b60a4356004811015610ae75761060490610f93565b60c4359967ffffffffffffffff8b168b03610ae75761065b60409b8c61062c81519182610d2a565b600681527f497373756564000000000000000000000000000000000000000000000000000060208201526110b3565b9460e4359967ffffffffffffffff8b168b03610ae7576021602060029c9b8f610a5f9f8f9e9c8f602c9f9b869f9a8160229f899f8a9d90600d9f96838d9a93602995868d60309f9781986106e560439f82516106b78482610d2a565b600781527f4578706972657300000000000000000000000000000000000000000000000000868201526110b3565b6080525160c0527f7b226e616d65223a2200000000000000000000000000000000000000000000008260c051015260a05160e0518460c051013760a05160c05101907f2c2000000000000000000000000000000000000000000000000000000000000084830152805192839101602b83015e0101917f222c226465736372697074696f6e223a2241206261646765206f6620657870658584015260227f727469736520696e20000000000000000000000000000000000000000000000090840152602b8301370101907f2e2049742063616e206e6f74206265206d6f766564206f7220736f6c642e222c848301527f22696d616765223a22646174613a696d6167652f7376672b786d6c3b6261736560498301527f36342c00000000000000000000000000000000000000000000000000000000006069830152805192839101606c83015e0101917f222c2261747472696275746573223a5b7b2274726169745f74797065223a2244858401527f6f6d61696e222c2276616c7565223a2200000000000000000000000000000000606384015260738301370101907f227d2c7b2274726169745f74797065223a224c6576656c222c2276616c756522848301527f3a000000000000000000000000000000000000000000000000000000000000006050830152805192839101605183015e0101907f2c226d61785f76616c7565223a0000000000000000000000000000000000000084830152805192839101602e83015e0101907f7d2c7b2274726169745f74797065223a22497373756572222c2276616c756522848301527f3a22000000000000000000000000000000000000000000000000000000000000602d830152805192839101602f83015e0101907f227d2c7b2274726169745f74797065223a2243616e20626520656e6465642062848301527f79222c2276616c7565223a2200000000000000000000000000000000000000006042830152805192839101604e83015e0101907f227d00000000000000000000000000000000000000000000000000000000000084830152805192839101602e83015e0101818101905f8252608051518092602060805101905e01017f5d7d000000000000000000000000000000000000000000000000000000000000815260c05190037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe2810160c051520160c051610d2a565b610a6a60c0516111d6565b908051610abc603d826020808201967f646174613a6170706c69636174696f6e2f6a736f6e3b6261736536342c00000088528051918291018484015e81015f838201520301601f198101835282610d2a565b601f19601f8351948593602085525180918160208701528686015e5f85828601015201168101030190f35b5f80fd5b73ffffffffffffffffffffffffffffffffffffffff610b08610db2565b168060609060405192610b1c606085610d2a565b602a8452602084016040368237845115610c8f5760309053835160011015610c8f576078602185015360295b60018111610c415750610c1157506028602283012060601c6029905b60018211610b7557505050956105ef565b806007600f610b9493161180610bfb575b610b9a575b60041c91610f76565b90610b64565b7f20000000000000000000000000000000000000000000000000000000000000007fff00000000000000000000000000000000000000000000000000000000000000610be68588610f82565b5116185f1a610bf58487610f82565b53610b8b565b5083610c078487610f82565b5160f81c11610b86565b7fe22e27eb000000000000000000000000000000000000000000000000000000005f52600452601460245260445ffd5b90600f8116906010821015610c8f577f3031323334353637383961626364656600000000000000000000000000000000610c8a921a610c808488610f82565b5360041c91610f76565b610b48565b634e487b7160e01b5f52603260045260245ffd5b634e487b7160e01b5f52601260045260245ffd5b634e487b7160e01b5f52601160045260245ffd5b61021d604051610cdc604082610d2a565b600181527f3e00000000000000000000000000000000000000000000000000000000000000602082015291610217565b60643560ff81168103610ae75790565b3560ff81168103610ae75790565b90601f601f19910116810190811067ffffffffffffffff821117610d4d57604052565b634e487b7160e01b5f52604160045260245ffd5b9035907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe181360301821215610ae7570180359067ffffffffffffffff8211610ae757602001918136038313610ae757565b60843573ffffffffffffffffffffffffffffffffffffffff81168103610ae75790565b67ffffffffffffffff8111610d4d57601f01601f191660200190565b805f917a184f03e93ff9f4daa797ed6e38ed64bf6a1f010000000000000000821015610f4e575b806d04ee2d6d415b85acef8100000000600a921015610f33575b662386f26fc10000811015610f1f575b6305f5e100811015610f0e575b612710811015610eff575b6064811015610ef1575b1015610ee6575b600a5f1960216001850194601f19610e9b610e8588610dd5565b97610e93604051998a610d2a565b808952610dd5565b013660208801378501015b01917f30313233343536373839616263646566000000000000000000000000000000008282061a8353048015610ee1575f19600a9192610ea6565b505090565b600190910190610e6b565b606460029104930192610e64565b61271060049104930192610e5a565b6305f5e10060089104930192610e4f565b662386f26fc1000060109104930192610e42565b6d04ee2d6d415b85acef810000000060209104930192610e32565b50604091507a184f03e93ff9f4daa797ed6e38ed64bf6a1f0100000000000000008104610e18565b8015610cb7575f190190565b908151811015610c8f570160200190565b600481101561109f576002811461106357801561102757600114610fec57604051610fbf604082610d2a565b600681527f6e6f626f64790000000000000000000000000000000000000000000000000000602082015290565b604051610ffa604082610d2a565b600681527f686f6c6465720000000000000000000000000000000000000000000000000000602082015290565b50604051611036604082610d2a565b600681527f6973737565720000000000000000000000000000000000000000000000000000602082015290565b50604051611072604082610d2a565b601081527f697373756572206f7220686f6c64657200000000000000000000000000000000602082015290565b634e487b7160e01b5f52602160045260245ffd5b9067ffffffffffffffff1680156111c0576001600a6020936046856110da6111bd96610df1565b6040519788947f2c7b22646973706c61795f74797065223a2264617465222c2274726169745f74828701527f797065223a22000000000000000000000000000000000000000000000000000060408701528051918291018587015e8401907f222c2276616c7565223a0000000000000000000000000000000000000000000084830152805192839101605083015e01017f7d000000000000000000000000000000000000000000000000000000000000008382015203017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe1810184520182610d2a565b90565b50506040516111d0602082610d2a565b5f815290565b9081511561132b57815160028101809111610cb75760039004908160021b917f3fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff811603610cb757604051917f4142434445464748494a4b4c4d4e4f505152535455565758595a616263646566601f527f6768696a6b6c6d6e6f707172737475767778797a303132333435363738392b2f603f52602083018480518101602081018051915f82525b8089106112ef57506020959697509060039291525106806001146112bc576002146112af575b50808452830101604052565b5f19603d9101535f6112a3565b507ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe81603d5f198194015301535f6112a3565b939760036004910198603f8a51818160121c165183538181600c1c16516001840153818160061c1651600284015316516003820153019361127d565b90506040516111d0602082610d2a56",
}

// ExpertiseBadge is an auto generated Go binding around an Ethereum contract.
type ExpertiseBadge struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *ExpertiseBadge) GetABI() abi.ABI {
	return c.abi
}

// NewExpertiseBadge creates a new instance of ExpertiseBadge.
func NewExpertiseBadge() *ExpertiseBadge {
	parsed, err := ExpertiseBadgeMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &ExpertiseBadge{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *ExpertiseBadge) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address owner_) returns()
func (expertiseBadge *ExpertiseBadge) PackConstructor(owner_ common.Address) []byte {
	enc, err := expertiseBadge.abi.Pack("", owner_)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackAGREEMENTLIFE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x87fd40fc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function AGREEMENT_LIFE() view returns(uint64)
func (expertiseBadge *ExpertiseBadge) PackAGREEMENTLIFE() []byte {
	enc, err := expertiseBadge.abi.Pack("AGREEMENT_LIFE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAGREEMENTLIFE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x87fd40fc.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function AGREEMENT_LIFE() view returns(uint64)
func (expertiseBadge *ExpertiseBadge) TryPackAGREEMENTLIFE() ([]byte, error) {
	return expertiseBadge.abi.Pack("AGREEMENT_LIFE")
}

// UnpackAGREEMENTLIFE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x87fd40fc.
//
// Solidity: function AGREEMENT_LIFE() view returns(uint64)
func (expertiseBadge *ExpertiseBadge) UnpackAGREEMENTLIFE(data []byte) (uint64, error) {
	out, err := expertiseBadge.abi.Unpack("AGREEMENT_LIFE", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackMAXTYPESPERHOLDER is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6ac778c1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function MAX_TYPES_PER_HOLDER() view returns(uint256)
func (expertiseBadge *ExpertiseBadge) PackMAXTYPESPERHOLDER() []byte {
	enc, err := expertiseBadge.abi.Pack("MAX_TYPES_PER_HOLDER")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMAXTYPESPERHOLDER is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6ac778c1.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function MAX_TYPES_PER_HOLDER() view returns(uint256)
func (expertiseBadge *ExpertiseBadge) TryPackMAXTYPESPERHOLDER() ([]byte, error) {
	return expertiseBadge.abi.Pack("MAX_TYPES_PER_HOLDER")
}

// UnpackMAXTYPESPERHOLDER is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6ac778c1.
//
// Solidity: function MAX_TYPES_PER_HOLDER() view returns(uint256)
func (expertiseBadge *ExpertiseBadge) UnpackMAXTYPESPERHOLDER(data []byte) (*big.Int, error) {
	out, err := expertiseBadge.abi.Unpack("MAX_TYPES_PER_HOLDER", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackRECOVERYDELAY is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x47b45652.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function RECOVERY_DELAY() view returns(uint64)
func (expertiseBadge *ExpertiseBadge) PackRECOVERYDELAY() []byte {
	enc, err := expertiseBadge.abi.Pack("RECOVERY_DELAY")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRECOVERYDELAY is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x47b45652.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function RECOVERY_DELAY() view returns(uint64)
func (expertiseBadge *ExpertiseBadge) TryPackRECOVERYDELAY() ([]byte, error) {
	return expertiseBadge.abi.Pack("RECOVERY_DELAY")
}

// UnpackRECOVERYDELAY is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x47b45652.
//
// Solidity: function RECOVERY_DELAY() view returns(uint64)
func (expertiseBadge *ExpertiseBadge) UnpackRECOVERYDELAY(data []byte) (uint64, error) {
	out, err := expertiseBadge.abi.Unpack("RECOVERY_DELAY", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackAcceptOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x79ba5097.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function acceptOwnership() returns()
func (expertiseBadge *ExpertiseBadge) PackAcceptOwnership() []byte {
	enc, err := expertiseBadge.abi.Pack("acceptOwnership")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAcceptOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x79ba5097.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function acceptOwnership() returns()
func (expertiseBadge *ExpertiseBadge) TryPackAcceptOwnership() ([]byte, error) {
	return expertiseBadge.abi.Pack("acceptOwnership")
}

// PackAgree is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x448e1d38.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function agree(uint32 badgeType, uint8 level, address issuer, uint8 burn, uint64 expires) returns()
func (expertiseBadge *ExpertiseBadge) PackAgree(badgeType uint32, level uint8, issuer common.Address, burn uint8, expires uint64) []byte {
	enc, err := expertiseBadge.abi.Pack("agree", badgeType, level, issuer, burn, expires)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAgree is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x448e1d38.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function agree(uint32 badgeType, uint8 level, address issuer, uint8 burn, uint64 expires) returns()
func (expertiseBadge *ExpertiseBadge) TryPackAgree(badgeType uint32, level uint8, issuer common.Address, burn uint8, expires uint64) ([]byte, error) {
	return expertiseBadge.abi.Pack("agree", badgeType, level, issuer, burn, expires)
}

// PackAgreementOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbac127a7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function agreementOf(uint256 id) view returns((address,uint32,uint8,address,uint8,uint64,uint64) badge, uint64 deadline)
func (expertiseBadge *ExpertiseBadge) PackAgreementOf(id *big.Int) []byte {
	enc, err := expertiseBadge.abi.Pack("agreementOf", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAgreementOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbac127a7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function agreementOf(uint256 id) view returns((address,uint32,uint8,address,uint8,uint64,uint64) badge, uint64 deadline)
func (expertiseBadge *ExpertiseBadge) TryPackAgreementOf(id *big.Int) ([]byte, error) {
	return expertiseBadge.abi.Pack("agreementOf", id)
}

// AgreementOfOutput serves as a container for the return parameters of contract
// method AgreementOf.
type AgreementOfOutput struct {
	Badge    IExpertiseBadgeBadge
	Deadline uint64
}

// UnpackAgreementOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xbac127a7.
//
// Solidity: function agreementOf(uint256 id) view returns((address,uint32,uint8,address,uint8,uint64,uint64) badge, uint64 deadline)
func (expertiseBadge *ExpertiseBadge) UnpackAgreementOf(data []byte) (AgreementOfOutput, error) {
	out, err := expertiseBadge.abi.Unpack("agreementOf", data)
	outstruct := new(AgreementOfOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Badge = *abi.ConvertType(out[0], new(IExpertiseBadgeBadge)).(*IExpertiseBadgeBadge)
	outstruct.Deadline = *abi.ConvertType(out[1], new(uint64)).(*uint64)
	return *outstruct, nil
}

// PackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x095ea7b3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function approve(address , uint256 id) pure returns()
func (expertiseBadge *ExpertiseBadge) PackApprove(arg0 common.Address, id *big.Int) []byte {
	enc, err := expertiseBadge.abi.Pack("approve", arg0, id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x095ea7b3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function approve(address , uint256 id) pure returns()
func (expertiseBadge *ExpertiseBadge) TryPackApprove(arg0 common.Address, id *big.Int) ([]byte, error) {
	return expertiseBadge.abi.Pack("approve", arg0, id)
}

// PackBadgeOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xec9693a0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function badgeOf(uint256 id) view returns((address,uint32,uint8,address,uint8,uint64,uint64))
func (expertiseBadge *ExpertiseBadge) PackBadgeOf(id *big.Int) []byte {
	enc, err := expertiseBadge.abi.Pack("badgeOf", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBadgeOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xec9693a0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function badgeOf(uint256 id) view returns((address,uint32,uint8,address,uint8,uint64,uint64))
func (expertiseBadge *ExpertiseBadge) TryPackBadgeOf(id *big.Int) ([]byte, error) {
	return expertiseBadge.abi.Pack("badgeOf", id)
}

// UnpackBadgeOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xec9693a0.
//
// Solidity: function badgeOf(uint256 id) view returns((address,uint32,uint8,address,uint8,uint64,uint64))
func (expertiseBadge *ExpertiseBadge) UnpackBadgeOf(data []byte) (IExpertiseBadgeBadge, error) {
	out, err := expertiseBadge.abi.Unpack("badgeOf", data)
	if err != nil {
		return *new(IExpertiseBadgeBadge), err
	}
	out0 := *abi.ConvertType(out[0], new(IExpertiseBadgeBadge)).(*IExpertiseBadgeBadge)
	return out0, nil
}

// PackBadgesOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd12c1e28.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function badgesOf(address holder) view returns((address,uint32,uint8,address,uint8,uint64,uint64)[] badges)
func (expertiseBadge *ExpertiseBadge) PackBadgesOf(holder common.Address) []byte {
	enc, err := expertiseBadge.abi.Pack("badgesOf", holder)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBadgesOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd12c1e28.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function badgesOf(address holder) view returns((address,uint32,uint8,address,uint8,uint64,uint64)[] badges)
func (expertiseBadge *ExpertiseBadge) TryPackBadgesOf(holder common.Address) ([]byte, error) {
	return expertiseBadge.abi.Pack("badgesOf", holder)
}

// UnpackBadgesOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd12c1e28.
//
// Solidity: function badgesOf(address holder) view returns((address,uint32,uint8,address,uint8,uint64,uint64)[] badges)
func (expertiseBadge *ExpertiseBadge) UnpackBadgesOf(data []byte) ([]IExpertiseBadgeBadge, error) {
	out, err := expertiseBadge.abi.Unpack("badgesOf", data)
	if err != nil {
		return *new([]IExpertiseBadgeBadge), err
	}
	out0 := *abi.ConvertType(out[0], new([]IExpertiseBadgeBadge)).(*[]IExpertiseBadgeBadge)
	return out0, nil
}

// PackBalanceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x70a08231.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function balanceOf(address holder) view returns(uint256)
func (expertiseBadge *ExpertiseBadge) PackBalanceOf(holder common.Address) []byte {
	enc, err := expertiseBadge.abi.Pack("balanceOf", holder)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBalanceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x70a08231.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function balanceOf(address holder) view returns(uint256)
func (expertiseBadge *ExpertiseBadge) TryPackBalanceOf(holder common.Address) ([]byte, error) {
	return expertiseBadge.abi.Pack("balanceOf", holder)
}

// UnpackBalanceOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x70a08231.
//
// Solidity: function balanceOf(address holder) view returns(uint256)
func (expertiseBadge *ExpertiseBadge) UnpackBalanceOf(data []byte) (*big.Int, error) {
	out, err := expertiseBadge.abi.Unpack("balanceOf", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackBurnAuth is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0489b56f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function burnAuth(uint256 id) view returns(uint8)
func (expertiseBadge *ExpertiseBadge) PackBurnAuth(id *big.Int) []byte {
	enc, err := expertiseBadge.abi.Pack("burnAuth", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBurnAuth is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0489b56f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function burnAuth(uint256 id) view returns(uint8)
func (expertiseBadge *ExpertiseBadge) TryPackBurnAuth(id *big.Int) ([]byte, error) {
	return expertiseBadge.abi.Pack("burnAuth", id)
}

// UnpackBurnAuth is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x0489b56f.
//
// Solidity: function burnAuth(uint256 id) view returns(uint8)
func (expertiseBadge *ExpertiseBadge) UnpackBurnAuth(data []byte) (uint8, error) {
	out, err := expertiseBadge.abi.Unpack("burnAuth", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// PackCancelRecovery is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb8c1a34e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function cancelRecovery(address from, bytes32 decision) returns()
func (expertiseBadge *ExpertiseBadge) PackCancelRecovery(from common.Address, decision [32]byte) []byte {
	enc, err := expertiseBadge.abi.Pack("cancelRecovery", from, decision)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCancelRecovery is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb8c1a34e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function cancelRecovery(address from, bytes32 decision) returns()
func (expertiseBadge *ExpertiseBadge) TryPackCancelRecovery(from common.Address, decision [32]byte) ([]byte, error) {
	return expertiseBadge.abi.Pack("cancelRecovery", from, decision)
}

// PackChangeType is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xaeb26e46.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function changeType(uint32 badgeType, (uint64,uint8,uint8,uint8) terms, bytes32 decision) returns()
func (expertiseBadge *ExpertiseBadge) PackChangeType(badgeType uint32, terms IBadgeTypesTerms, decision [32]byte) []byte {
	enc, err := expertiseBadge.abi.Pack("changeType", badgeType, terms, decision)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackChangeType is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xaeb26e46.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function changeType(uint32 badgeType, (uint64,uint8,uint8,uint8) terms, bytes32 decision) returns()
func (expertiseBadge *ExpertiseBadge) TryPackChangeType(badgeType uint32, terms IBadgeTypesTerms, decision [32]byte) ([]byte, error) {
	return expertiseBadge.abi.Pack("changeType", badgeType, terms, decision)
}

// PackConsentDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc2a00e35.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function consentDigest((address,uint32,uint8,uint64,uint64,uint64) grant, address issuer) view returns(bytes32)
func (expertiseBadge *ExpertiseBadge) PackConsentDigest(grant IExpertiseBadgeGrant, issuer common.Address) []byte {
	enc, err := expertiseBadge.abi.Pack("consentDigest", grant, issuer)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackConsentDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc2a00e35.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function consentDigest((address,uint32,uint8,uint64,uint64,uint64) grant, address issuer) view returns(bytes32)
func (expertiseBadge *ExpertiseBadge) TryPackConsentDigest(grant IExpertiseBadgeGrant, issuer common.Address) ([]byte, error) {
	return expertiseBadge.abi.Pack("consentDigest", grant, issuer)
}

// UnpackConsentDigest is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc2a00e35.
//
// Solidity: function consentDigest((address,uint32,uint8,uint64,uint64,uint64) grant, address issuer) view returns(bytes32)
func (expertiseBadge *ExpertiseBadge) UnpackConsentDigest(data []byte) ([32]byte, error) {
	out, err := expertiseBadge.abi.Unpack("consentDigest", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackCreateType is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd1f37e55.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function createType(uint32 badgeType, string domain, string name_, uint8 levels, (uint64,uint8,uint8,uint8) terms, bytes32 decision) returns()
func (expertiseBadge *ExpertiseBadge) PackCreateType(badgeType uint32, domain string, name string, levels uint8, terms IBadgeTypesTerms, decision [32]byte) []byte {
	enc, err := expertiseBadge.abi.Pack("createType", badgeType, domain, name, levels, terms, decision)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCreateType is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd1f37e55.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function createType(uint32 badgeType, string domain, string name_, uint8 levels, (uint64,uint8,uint8,uint8) terms, bytes32 decision) returns()
func (expertiseBadge *ExpertiseBadge) TryPackCreateType(badgeType uint32, domain string, name string, levels uint8, terms IBadgeTypesTerms, decision [32]byte) ([]byte, error) {
	return expertiseBadge.abi.Pack("createType", badgeType, domain, name, levels, terms, decision)
}

// PackEip712Domain is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x84b0196e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function eip712Domain() view returns(bytes1 fields, string name, string version, uint256 chainId, address verifyingContract, bytes32 salt, uint256[] extensions)
func (expertiseBadge *ExpertiseBadge) PackEip712Domain() []byte {
	enc, err := expertiseBadge.abi.Pack("eip712Domain")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEip712Domain is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x84b0196e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function eip712Domain() view returns(bytes1 fields, string name, string version, uint256 chainId, address verifyingContract, bytes32 salt, uint256[] extensions)
func (expertiseBadge *ExpertiseBadge) TryPackEip712Domain() ([]byte, error) {
	return expertiseBadge.abi.Pack("eip712Domain")
}

// ExpertiseBadgeDomain serves as a container for the return parameters of contract
// method Eip712Domain.
type ExpertiseBadgeDomain struct {
	Fields            [1]byte
	Name              string
	Version           string
	ChainId           *big.Int
	VerifyingContract common.Address
	Salt              [32]byte
	Extensions        []*big.Int
}

// UnpackEip712Domain is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x84b0196e.
//
// Solidity: function eip712Domain() view returns(bytes1 fields, string name, string version, uint256 chainId, address verifyingContract, bytes32 salt, uint256[] extensions)
func (expertiseBadge *ExpertiseBadge) UnpackEip712Domain(data []byte) (ExpertiseBadgeDomain, error) {
	out, err := expertiseBadge.abi.Unpack("eip712Domain", data)
	outstruct := new(ExpertiseBadgeDomain)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Fields = *abi.ConvertType(out[0], new([1]byte)).(*[1]byte)
	outstruct.Name = *abi.ConvertType(out[1], new(string)).(*string)
	outstruct.Version = *abi.ConvertType(out[2], new(string)).(*string)
	outstruct.ChainId = abi.ConvertType(out[3], new(big.Int)).(*big.Int)
	outstruct.VerifyingContract = *abi.ConvertType(out[4], new(common.Address)).(*common.Address)
	outstruct.Salt = *abi.ConvertType(out[5], new([32]byte)).(*[32]byte)
	outstruct.Extensions = *abi.ConvertType(out[6], new([]*big.Int)).(*[]*big.Int)
	return *outstruct, nil
}

// PackEndorsementDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb679fae8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function endorsementDigest((address,uint32,uint8,uint64,uint64,uint64) grant, bytes32 evidence, address endorser, uint64 deadline) view returns(bytes32)
func (expertiseBadge *ExpertiseBadge) PackEndorsementDigest(grant IExpertiseBadgeGrant, evidence [32]byte, endorser common.Address, deadline uint64) []byte {
	enc, err := expertiseBadge.abi.Pack("endorsementDigest", grant, evidence, endorser, deadline)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEndorsementDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb679fae8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function endorsementDigest((address,uint32,uint8,uint64,uint64,uint64) grant, bytes32 evidence, address endorser, uint64 deadline) view returns(bytes32)
func (expertiseBadge *ExpertiseBadge) TryPackEndorsementDigest(grant IExpertiseBadgeGrant, evidence [32]byte, endorser common.Address, deadline uint64) ([]byte, error) {
	return expertiseBadge.abi.Pack("endorsementDigest", grant, evidence, endorser, deadline)
}

// UnpackEndorsementDigest is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb679fae8.
//
// Solidity: function endorsementDigest((address,uint32,uint8,uint64,uint64,uint64) grant, bytes32 evidence, address endorser, uint64 deadline) view returns(bytes32)
func (expertiseBadge *ExpertiseBadge) UnpackEndorsementDigest(data []byte) ([32]byte, error) {
	out, err := expertiseBadge.abi.Unpack("endorsementDigest", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackExecuteRecovery is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3bc2c4a7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function executeRecovery(address from) returns()
func (expertiseBadge *ExpertiseBadge) PackExecuteRecovery(from common.Address) []byte {
	enc, err := expertiseBadge.abi.Pack("executeRecovery", from)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackExecuteRecovery is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3bc2c4a7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function executeRecovery(address from) returns()
func (expertiseBadge *ExpertiseBadge) TryPackExecuteRecovery(from common.Address) ([]byte, error) {
	return expertiseBadge.abi.Pack("executeRecovery", from)
}

// PackGetApproved is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x081812fc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getApproved(uint256 id) view returns(address)
func (expertiseBadge *ExpertiseBadge) PackGetApproved(id *big.Int) []byte {
	enc, err := expertiseBadge.abi.Pack("getApproved", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetApproved is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x081812fc.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getApproved(uint256 id) view returns(address)
func (expertiseBadge *ExpertiseBadge) TryPackGetApproved(id *big.Int) ([]byte, error) {
	return expertiseBadge.abi.Pack("getApproved", id)
}

// UnpackGetApproved is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x081812fc.
//
// Solidity: function getApproved(uint256 id) view returns(address)
func (expertiseBadge *ExpertiseBadge) UnpackGetApproved(data []byte) (common.Address, error) {
	out, err := expertiseBadge.abi.Unpack("getApproved", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackIdOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa84f111b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function idOf(address holder, uint32 badgeType) pure returns(uint256)
func (expertiseBadge *ExpertiseBadge) PackIdOf(holder common.Address, badgeType uint32) []byte {
	enc, err := expertiseBadge.abi.Pack("idOf", holder, badgeType)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIdOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa84f111b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function idOf(address holder, uint32 badgeType) pure returns(uint256)
func (expertiseBadge *ExpertiseBadge) TryPackIdOf(holder common.Address, badgeType uint32) ([]byte, error) {
	return expertiseBadge.abi.Pack("idOf", holder, badgeType)
}

// UnpackIdOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa84f111b.
//
// Solidity: function idOf(address holder, uint32 badgeType) pure returns(uint256)
func (expertiseBadge *ExpertiseBadge) UnpackIdOf(data []byte) (*big.Int, error) {
	out, err := expertiseBadge.abi.Unpack("idOf", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackIsApprovedForAll is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe985e9c5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isApprovedForAll(address , address ) pure returns(bool)
func (expertiseBadge *ExpertiseBadge) PackIsApprovedForAll(arg0 common.Address, arg1 common.Address) []byte {
	enc, err := expertiseBadge.abi.Pack("isApprovedForAll", arg0, arg1)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsApprovedForAll is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe985e9c5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isApprovedForAll(address , address ) pure returns(bool)
func (expertiseBadge *ExpertiseBadge) TryPackIsApprovedForAll(arg0 common.Address, arg1 common.Address) ([]byte, error) {
	return expertiseBadge.abi.Pack("isApprovedForAll", arg0, arg1)
}

// UnpackIsApprovedForAll is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe985e9c5.
//
// Solidity: function isApprovedForAll(address , address ) pure returns(bool)
func (expertiseBadge *ExpertiseBadge) UnpackIsApprovedForAll(data []byte) (bool, error) {
	out, err := expertiseBadge.abi.Unpack("isApprovedForAll", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackIsIssuer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x71c3f702.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isIssuer(uint32 badgeType, address account) view returns(bool)
func (expertiseBadge *ExpertiseBadge) PackIsIssuer(badgeType uint32, account common.Address) []byte {
	enc, err := expertiseBadge.abi.Pack("isIssuer", badgeType, account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsIssuer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x71c3f702.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isIssuer(uint32 badgeType, address account) view returns(bool)
func (expertiseBadge *ExpertiseBadge) TryPackIsIssuer(badgeType uint32, account common.Address) ([]byte, error) {
	return expertiseBadge.abi.Pack("isIssuer", badgeType, account)
}

// UnpackIsIssuer is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x71c3f702.
//
// Solidity: function isIssuer(uint32 badgeType, address account) view returns(bool)
func (expertiseBadge *ExpertiseBadge) UnpackIsIssuer(data []byte) (bool, error) {
	out, err := expertiseBadge.abi.Unpack("isIssuer", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackLevelOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8723e19b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function levelOf(address holder, uint32 badgeType) view returns(uint8)
func (expertiseBadge *ExpertiseBadge) PackLevelOf(holder common.Address, badgeType uint32) []byte {
	enc, err := expertiseBadge.abi.Pack("levelOf", holder, badgeType)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLevelOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8723e19b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function levelOf(address holder, uint32 badgeType) view returns(uint8)
func (expertiseBadge *ExpertiseBadge) TryPackLevelOf(holder common.Address, badgeType uint32) ([]byte, error) {
	return expertiseBadge.abi.Pack("levelOf", holder, badgeType)
}

// UnpackLevelOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8723e19b.
//
// Solidity: function levelOf(address holder, uint32 badgeType) view returns(uint8)
func (expertiseBadge *ExpertiseBadge) UnpackLevelOf(data []byte) (uint8, error) {
	out, err := expertiseBadge.abi.Unpack("levelOf", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// PackLocked is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb45a3c0e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function locked(uint256 id) view returns(bool)
func (expertiseBadge *ExpertiseBadge) PackLocked(id *big.Int) []byte {
	enc, err := expertiseBadge.abi.Pack("locked", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLocked is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb45a3c0e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function locked(uint256 id) view returns(bool)
func (expertiseBadge *ExpertiseBadge) TryPackLocked(id *big.Int) ([]byte, error) {
	return expertiseBadge.abi.Pack("locked", id)
}

// UnpackLocked is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb45a3c0e.
//
// Solidity: function locked(uint256 id) view returns(bool)
func (expertiseBadge *ExpertiseBadge) UnpackLocked(data []byte) (bool, error) {
	out, err := expertiseBadge.abi.Unpack("locked", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackMint is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2f8fe44.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function mint((address,uint32,uint8,uint64,uint64,uint64) grant, bytes consent) returns()
func (expertiseBadge *ExpertiseBadge) PackMint(grant IExpertiseBadgeGrant, consent []byte) []byte {
	enc, err := expertiseBadge.abi.Pack("mint", grant, consent)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMint is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2f8fe44.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function mint((address,uint32,uint8,uint64,uint64,uint64) grant, bytes consent) returns()
func (expertiseBadge *ExpertiseBadge) TryPackMint(grant IExpertiseBadgeGrant, consent []byte) ([]byte, error) {
	return expertiseBadge.abi.Pack("mint", grant, consent)
}

// PackMintBatch is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcf6a13fa.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function mintBatch((uint32,(address,uint256,bytes32,bytes32)[])[] batches) returns()
func (expertiseBadge *ExpertiseBadge) PackMintBatch(batches []IExpertiseBadgeBatch) []byte {
	enc, err := expertiseBadge.abi.Pack("mintBatch", batches)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMintBatch is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcf6a13fa.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function mintBatch((uint32,(address,uint256,bytes32,bytes32)[])[] batches) returns()
func (expertiseBadge *ExpertiseBadge) TryPackMintBatch(batches []IExpertiseBadgeBatch) ([]byte, error) {
	return expertiseBadge.abi.Pack("mintBatch", batches)
}

// PackMintDecided is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd19bf0fb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function mintDecided((address,uint32,uint8,uint64,uint64,uint64)[] grants, bytes[] consents, bytes32 decision) returns()
func (expertiseBadge *ExpertiseBadge) PackMintDecided(grants []IExpertiseBadgeGrant, consents [][]byte, decision [32]byte) []byte {
	enc, err := expertiseBadge.abi.Pack("mintDecided", grants, consents, decision)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMintDecided is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd19bf0fb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function mintDecided((address,uint32,uint8,uint64,uint64,uint64)[] grants, bytes[] consents, bytes32 decision) returns()
func (expertiseBadge *ExpertiseBadge) TryPackMintDecided(grants []IExpertiseBadgeGrant, consents [][]byte, decision [32]byte) ([]byte, error) {
	return expertiseBadge.abi.Pack("mintDecided", grants, consents, decision)
}

// PackMintEndorsed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x27e8fda0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function mintEndorsed((address,uint32,uint8,uint64,uint64,uint64) grant, bytes request, bytes32 evidence, (address,uint32,uint64,bytes)[] endorsements) returns()
func (expertiseBadge *ExpertiseBadge) PackMintEndorsed(grant IExpertiseBadgeGrant, request []byte, evidence [32]byte, endorsements []IExpertiseBadgeEndorsement) []byte {
	enc, err := expertiseBadge.abi.Pack("mintEndorsed", grant, request, evidence, endorsements)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMintEndorsed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x27e8fda0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function mintEndorsed((address,uint32,uint8,uint64,uint64,uint64) grant, bytes request, bytes32 evidence, (address,uint32,uint64,bytes)[] endorsements) returns()
func (expertiseBadge *ExpertiseBadge) TryPackMintEndorsed(grant IExpertiseBadgeGrant, request []byte, evidence [32]byte, endorsements []IExpertiseBadgeEndorsement) ([]byte, error) {
	return expertiseBadge.abi.Pack("mintEndorsed", grant, request, evidence, endorsements)
}

// PackName is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06fdde03.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function name() view returns(string)
func (expertiseBadge *ExpertiseBadge) PackName() []byte {
	enc, err := expertiseBadge.abi.Pack("name")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackName is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06fdde03.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function name() view returns(string)
func (expertiseBadge *ExpertiseBadge) TryPackName() ([]byte, error) {
	return expertiseBadge.abi.Pack("name")
}

// UnpackName is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x06fdde03.
//
// Solidity: function name() view returns(string)
func (expertiseBadge *ExpertiseBadge) UnpackName(data []byte) (string, error) {
	out, err := expertiseBadge.abi.Unpack("name", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackObjectToRecovery is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5f49cdb5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function objectToRecovery(address from, bytes signature) returns()
func (expertiseBadge *ExpertiseBadge) PackObjectToRecovery(from common.Address, signature []byte) []byte {
	enc, err := expertiseBadge.abi.Pack("objectToRecovery", from, signature)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackObjectToRecovery is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5f49cdb5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function objectToRecovery(address from, bytes signature) returns()
func (expertiseBadge *ExpertiseBadge) TryPackObjectToRecovery(from common.Address, signature []byte) ([]byte, error) {
	return expertiseBadge.abi.Pack("objectToRecovery", from, signature)
}

// PackObjectionDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xab16dfad.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function objectionDigest(address from, address to, uint64 executable) view returns(bytes32)
func (expertiseBadge *ExpertiseBadge) PackObjectionDigest(from common.Address, to common.Address, executable uint64) []byte {
	enc, err := expertiseBadge.abi.Pack("objectionDigest", from, to, executable)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackObjectionDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xab16dfad.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function objectionDigest(address from, address to, uint64 executable) view returns(bytes32)
func (expertiseBadge *ExpertiseBadge) TryPackObjectionDigest(from common.Address, to common.Address, executable uint64) ([]byte, error) {
	return expertiseBadge.abi.Pack("objectionDigest", from, to, executable)
}

// UnpackObjectionDigest is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xab16dfad.
//
// Solidity: function objectionDigest(address from, address to, uint64 executable) view returns(bytes32)
func (expertiseBadge *ExpertiseBadge) UnpackObjectionDigest(data []byte) ([32]byte, error) {
	out, err := expertiseBadge.abi.Unpack("objectionDigest", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function owner() view returns(address)
func (expertiseBadge *ExpertiseBadge) PackOwner() []byte {
	enc, err := expertiseBadge.abi.Pack("owner")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function owner() view returns(address)
func (expertiseBadge *ExpertiseBadge) TryPackOwner() ([]byte, error) {
	return expertiseBadge.abi.Pack("owner")
}

// UnpackOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8da5cb5b.
//
// Solidity: function owner() view returns(address)
func (expertiseBadge *ExpertiseBadge) UnpackOwner(data []byte) (common.Address, error) {
	out, err := expertiseBadge.abi.Unpack("owner", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackOwnerOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6352211e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function ownerOf(uint256 id) view returns(address holder)
func (expertiseBadge *ExpertiseBadge) PackOwnerOf(id *big.Int) []byte {
	enc, err := expertiseBadge.abi.Pack("ownerOf", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOwnerOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6352211e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function ownerOf(uint256 id) view returns(address holder)
func (expertiseBadge *ExpertiseBadge) TryPackOwnerOf(id *big.Int) ([]byte, error) {
	return expertiseBadge.abi.Pack("ownerOf", id)
}

// UnpackOwnerOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6352211e.
//
// Solidity: function ownerOf(uint256 id) view returns(address holder)
func (expertiseBadge *ExpertiseBadge) UnpackOwnerOf(data []byte) (common.Address, error) {
	out, err := expertiseBadge.abi.Unpack("ownerOf", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackPendingOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe30c3978.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pendingOwner() view returns(address)
func (expertiseBadge *ExpertiseBadge) PackPendingOwner() []byte {
	enc, err := expertiseBadge.abi.Pack("pendingOwner")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPendingOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe30c3978.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function pendingOwner() view returns(address)
func (expertiseBadge *ExpertiseBadge) TryPackPendingOwner() ([]byte, error) {
	return expertiseBadge.abi.Pack("pendingOwner")
}

// UnpackPendingOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe30c3978.
//
// Solidity: function pendingOwner() view returns(address)
func (expertiseBadge *ExpertiseBadge) UnpackPendingOwner(data []byte) (common.Address, error) {
	out, err := expertiseBadge.abi.Unpack("pendingOwner", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackProposeRecovery is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x17ed0c88.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function proposeRecovery(address from, address to, uint64 deadline, bytes consent, bytes32 decision) returns()
func (expertiseBadge *ExpertiseBadge) PackProposeRecovery(from common.Address, to common.Address, deadline uint64, consent []byte, decision [32]byte) []byte {
	enc, err := expertiseBadge.abi.Pack("proposeRecovery", from, to, deadline, consent, decision)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackProposeRecovery is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x17ed0c88.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function proposeRecovery(address from, address to, uint64 deadline, bytes consent, bytes32 decision) returns()
func (expertiseBadge *ExpertiseBadge) TryPackProposeRecovery(from common.Address, to common.Address, deadline uint64, consent []byte, decision [32]byte) ([]byte, error) {
	return expertiseBadge.abi.Pack("proposeRecovery", from, to, deadline, consent, decision)
}

// PackRecoveryDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1e70a9ff.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function recoveryDigest(address from, address to, uint64 deadline) view returns(bytes32)
func (expertiseBadge *ExpertiseBadge) PackRecoveryDigest(from common.Address, to common.Address, deadline uint64) []byte {
	enc, err := expertiseBadge.abi.Pack("recoveryDigest", from, to, deadline)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRecoveryDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1e70a9ff.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function recoveryDigest(address from, address to, uint64 deadline) view returns(bytes32)
func (expertiseBadge *ExpertiseBadge) TryPackRecoveryDigest(from common.Address, to common.Address, deadline uint64) ([]byte, error) {
	return expertiseBadge.abi.Pack("recoveryDigest", from, to, deadline)
}

// UnpackRecoveryDigest is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x1e70a9ff.
//
// Solidity: function recoveryDigest(address from, address to, uint64 deadline) view returns(bytes32)
func (expertiseBadge *ExpertiseBadge) UnpackRecoveryDigest(data []byte) ([32]byte, error) {
	out, err := expertiseBadge.abi.Unpack("recoveryDigest", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackRecoveryOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x80366651.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function recoveryOf(address from) view returns((address,uint64,bool))
func (expertiseBadge *ExpertiseBadge) PackRecoveryOf(from common.Address) []byte {
	enc, err := expertiseBadge.abi.Pack("recoveryOf", from)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRecoveryOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x80366651.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function recoveryOf(address from) view returns((address,uint64,bool))
func (expertiseBadge *ExpertiseBadge) TryPackRecoveryOf(from common.Address) ([]byte, error) {
	return expertiseBadge.abi.Pack("recoveryOf", from)
}

// UnpackRecoveryOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x80366651.
//
// Solidity: function recoveryOf(address from) view returns((address,uint64,bool))
func (expertiseBadge *ExpertiseBadge) UnpackRecoveryOf(data []byte) (IExpertiseBadgeRecovery, error) {
	out, err := expertiseBadge.abi.Unpack("recoveryOf", data)
	if err != nil {
		return *new(IExpertiseBadgeRecovery), err
	}
	out0 := *abi.ConvertType(out[0], new(IExpertiseBadgeRecovery)).(*IExpertiseBadgeRecovery)
	return out0, nil
}

// PackRenounceOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x715018a6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function renounceOwnership() pure returns()
func (expertiseBadge *ExpertiseBadge) PackRenounceOwnership() []byte {
	enc, err := expertiseBadge.abi.Pack("renounceOwnership")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRenounceOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x715018a6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function renounceOwnership() pure returns()
func (expertiseBadge *ExpertiseBadge) TryPackRenounceOwnership() ([]byte, error) {
	return expertiseBadge.abi.Pack("renounceOwnership")
}

// PackRequestDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc867b800.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function requestDigest((address,uint32,uint8,uint64,uint64,uint64) grant, bytes32 evidence) view returns(bytes32)
func (expertiseBadge *ExpertiseBadge) PackRequestDigest(grant IExpertiseBadgeGrant, evidence [32]byte) []byte {
	enc, err := expertiseBadge.abi.Pack("requestDigest", grant, evidence)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRequestDigest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc867b800.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function requestDigest((address,uint32,uint8,uint64,uint64,uint64) grant, bytes32 evidence) view returns(bytes32)
func (expertiseBadge *ExpertiseBadge) TryPackRequestDigest(grant IExpertiseBadgeGrant, evidence [32]byte) ([]byte, error) {
	return expertiseBadge.abi.Pack("requestDigest", grant, evidence)
}

// UnpackRequestDigest is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc867b800.
//
// Solidity: function requestDigest((address,uint32,uint8,uint64,uint64,uint64) grant, bytes32 evidence) view returns(bytes32)
func (expertiseBadge *ExpertiseBadge) UnpackRequestDigest(data []byte) ([32]byte, error) {
	out, err := expertiseBadge.abi.Unpack("requestDigest", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackRetireType is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x50dd6181.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function retireType(uint32 badgeType, bytes32 decision) returns()
func (expertiseBadge *ExpertiseBadge) PackRetireType(badgeType uint32, decision [32]byte) []byte {
	enc, err := expertiseBadge.abi.Pack("retireType", badgeType, decision)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRetireType is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x50dd6181.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function retireType(uint32 badgeType, bytes32 decision) returns()
func (expertiseBadge *ExpertiseBadge) TryPackRetireType(badgeType uint32, decision [32]byte) ([]byte, error) {
	return expertiseBadge.abi.Pack("retireType", badgeType, decision)
}

// PackRevoke is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x14f6b1fb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function revoke(uint256 id, uint8 reason) returns()
func (expertiseBadge *ExpertiseBadge) PackRevoke(id *big.Int, reason uint8) []byte {
	enc, err := expertiseBadge.abi.Pack("revoke", id, reason)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRevoke is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x14f6b1fb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function revoke(uint256 id, uint8 reason) returns()
func (expertiseBadge *ExpertiseBadge) TryPackRevoke(id *big.Int, reason uint8) ([]byte, error) {
	return expertiseBadge.abi.Pack("revoke", id, reason)
}

// PackRevokeDecided is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x83a7e7bf.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function revokeDecided(uint256 id, uint8 reason, bytes32 decision) returns()
func (expertiseBadge *ExpertiseBadge) PackRevokeDecided(id *big.Int, reason uint8, decision [32]byte) []byte {
	enc, err := expertiseBadge.abi.Pack("revokeDecided", id, reason, decision)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRevokeDecided is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x83a7e7bf.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function revokeDecided(uint256 id, uint8 reason, bytes32 decision) returns()
func (expertiseBadge *ExpertiseBadge) TryPackRevokeDecided(id *big.Int, reason uint8, decision [32]byte) ([]byte, error) {
	return expertiseBadge.abi.Pack("revokeDecided", id, reason, decision)
}

// PackSafeTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x42842e0e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function safeTransferFrom(address , address , uint256 id) pure returns()
func (expertiseBadge *ExpertiseBadge) PackSafeTransferFrom(arg0 common.Address, arg1 common.Address, id *big.Int) []byte {
	enc, err := expertiseBadge.abi.Pack("safeTransferFrom", arg0, arg1, id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSafeTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x42842e0e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function safeTransferFrom(address , address , uint256 id) pure returns()
func (expertiseBadge *ExpertiseBadge) TryPackSafeTransferFrom(arg0 common.Address, arg1 common.Address, id *big.Int) ([]byte, error) {
	return expertiseBadge.abi.Pack("safeTransferFrom", arg0, arg1, id)
}

// PackSafeTransferFrom0 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb88d4fde.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function safeTransferFrom(address , address , uint256 id, bytes ) pure returns()
func (expertiseBadge *ExpertiseBadge) PackSafeTransferFrom0(arg0 common.Address, arg1 common.Address, id *big.Int, arg3 []byte) []byte {
	enc, err := expertiseBadge.abi.Pack("safeTransferFrom0", arg0, arg1, id, arg3)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSafeTransferFrom0 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb88d4fde.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function safeTransferFrom(address , address , uint256 id, bytes ) pure returns()
func (expertiseBadge *ExpertiseBadge) TryPackSafeTransferFrom0(arg0 common.Address, arg1 common.Address, id *big.Int, arg3 []byte) ([]byte, error) {
	return expertiseBadge.abi.Pack("safeTransferFrom0", arg0, arg1, id, arg3)
}

// PackSetApprovalForAll is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa22cb465.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setApprovalForAll(address , bool ) pure returns()
func (expertiseBadge *ExpertiseBadge) PackSetApprovalForAll(arg0 common.Address, arg1 bool) []byte {
	enc, err := expertiseBadge.abi.Pack("setApprovalForAll", arg0, arg1)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetApprovalForAll is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa22cb465.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setApprovalForAll(address , bool ) pure returns()
func (expertiseBadge *ExpertiseBadge) TryPackSetApprovalForAll(arg0 common.Address, arg1 bool) ([]byte, error) {
	return expertiseBadge.abi.Pack("setApprovalForAll", arg0, arg1)
}

// PackSetIssuer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3f456d02.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setIssuer(uint32 badgeType, address issuer, bool allowed, bytes32 decision) returns()
func (expertiseBadge *ExpertiseBadge) PackSetIssuer(badgeType uint32, issuer common.Address, allowed bool, decision [32]byte) []byte {
	enc, err := expertiseBadge.abi.Pack("setIssuer", badgeType, issuer, allowed, decision)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetIssuer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3f456d02.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setIssuer(uint32 badgeType, address issuer, bool allowed, bytes32 decision) returns()
func (expertiseBadge *ExpertiseBadge) TryPackSetIssuer(badgeType uint32, issuer common.Address, allowed bool, decision [32]byte) ([]byte, error) {
	return expertiseBadge.abi.Pack("setIssuer", badgeType, issuer, allowed, decision)
}

// PackSupportsInterface is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x01ffc9a7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function supportsInterface(bytes4 id) pure returns(bool)
func (expertiseBadge *ExpertiseBadge) PackSupportsInterface(id [4]byte) []byte {
	enc, err := expertiseBadge.abi.Pack("supportsInterface", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSupportsInterface is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x01ffc9a7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function supportsInterface(bytes4 id) pure returns(bool)
func (expertiseBadge *ExpertiseBadge) TryPackSupportsInterface(id [4]byte) ([]byte, error) {
	return expertiseBadge.abi.Pack("supportsInterface", id)
}

// UnpackSupportsInterface is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x01ffc9a7.
//
// Solidity: function supportsInterface(bytes4 id) pure returns(bool)
func (expertiseBadge *ExpertiseBadge) UnpackSupportsInterface(data []byte) (bool, error) {
	out, err := expertiseBadge.abi.Unpack("supportsInterface", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackSurrender is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfd61d10b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function surrender(uint256 id) returns()
func (expertiseBadge *ExpertiseBadge) PackSurrender(id *big.Int) []byte {
	enc, err := expertiseBadge.abi.Pack("surrender", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSurrender is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfd61d10b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function surrender(uint256 id) returns()
func (expertiseBadge *ExpertiseBadge) TryPackSurrender(id *big.Int) ([]byte, error) {
	return expertiseBadge.abi.Pack("surrender", id)
}

// PackSymbol is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95d89b41.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function symbol() view returns(string)
func (expertiseBadge *ExpertiseBadge) PackSymbol() []byte {
	enc, err := expertiseBadge.abi.Pack("symbol")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSymbol is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95d89b41.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function symbol() view returns(string)
func (expertiseBadge *ExpertiseBadge) TryPackSymbol() ([]byte, error) {
	return expertiseBadge.abi.Pack("symbol")
}

// UnpackSymbol is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x95d89b41.
//
// Solidity: function symbol() view returns(string)
func (expertiseBadge *ExpertiseBadge) UnpackSymbol(data []byte) (string, error) {
	out, err := expertiseBadge.abi.Unpack("symbol", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackTokenURI is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc87b56dd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function tokenURI(uint256 id) view returns(string)
func (expertiseBadge *ExpertiseBadge) PackTokenURI(id *big.Int) []byte {
	enc, err := expertiseBadge.abi.Pack("tokenURI", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTokenURI is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc87b56dd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function tokenURI(uint256 id) view returns(string)
func (expertiseBadge *ExpertiseBadge) TryPackTokenURI(id *big.Int) ([]byte, error) {
	return expertiseBadge.abi.Pack("tokenURI", id)
}

// UnpackTokenURI is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc87b56dd.
//
// Solidity: function tokenURI(uint256 id) view returns(string)
func (expertiseBadge *ExpertiseBadge) UnpackTokenURI(data []byte) (string, error) {
	out, err := expertiseBadge.abi.Unpack("tokenURI", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23b872dd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transferFrom(address , address , uint256 id) pure returns()
func (expertiseBadge *ExpertiseBadge) PackTransferFrom(arg0 common.Address, arg1 common.Address, id *big.Int) []byte {
	enc, err := expertiseBadge.abi.Pack("transferFrom", arg0, arg1, id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23b872dd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transferFrom(address , address , uint256 id) pure returns()
func (expertiseBadge *ExpertiseBadge) TryPackTransferFrom(arg0 common.Address, arg1 common.Address, id *big.Int) ([]byte, error) {
	return expertiseBadge.abi.Pack("transferFrom", arg0, arg1, id)
}

// PackTransferOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2fde38b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transferOwnership(address newOwner) returns()
func (expertiseBadge *ExpertiseBadge) PackTransferOwnership(newOwner common.Address) []byte {
	enc, err := expertiseBadge.abi.Pack("transferOwnership", newOwner)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransferOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2fde38b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transferOwnership(address newOwner) returns()
func (expertiseBadge *ExpertiseBadge) TryPackTransferOwnership(newOwner common.Address) ([]byte, error) {
	return expertiseBadge.abi.Pack("transferOwnership", newOwner)
}

// PackTypeOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x394210ab.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function typeOf(uint32 badgeType) view returns((string,string,uint8,bool,uint16,(uint64,uint8,uint8,uint8)))
func (expertiseBadge *ExpertiseBadge) PackTypeOf(badgeType uint32) []byte {
	enc, err := expertiseBadge.abi.Pack("typeOf", badgeType)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTypeOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x394210ab.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function typeOf(uint32 badgeType) view returns((string,string,uint8,bool,uint16,(uint64,uint8,uint8,uint8)))
func (expertiseBadge *ExpertiseBadge) TryPackTypeOf(badgeType uint32) ([]byte, error) {
	return expertiseBadge.abi.Pack("typeOf", badgeType)
}

// UnpackTypeOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x394210ab.
//
// Solidity: function typeOf(uint32 badgeType) view returns((string,string,uint8,bool,uint16,(uint64,uint8,uint8,uint8)))
func (expertiseBadge *ExpertiseBadge) UnpackTypeOf(data []byte) (IBadgeTypesBadgeType, error) {
	out, err := expertiseBadge.abi.Unpack("typeOf", data)
	if err != nil {
		return *new(IBadgeTypesBadgeType), err
	}
	out0 := *abi.ConvertType(out[0], new(IBadgeTypesBadgeType)).(*IBadgeTypesBadgeType)
	return out0, nil
}

// PackWithdrawAgreement is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcf3d04e0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function withdrawAgreement(uint32 badgeType) returns()
func (expertiseBadge *ExpertiseBadge) PackWithdrawAgreement(badgeType uint32) []byte {
	enc, err := expertiseBadge.abi.Pack("withdrawAgreement", badgeType)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWithdrawAgreement is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcf3d04e0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function withdrawAgreement(uint32 badgeType) returns()
func (expertiseBadge *ExpertiseBadge) TryPackWithdrawAgreement(badgeType uint32) ([]byte, error) {
	return expertiseBadge.abi.Pack("withdrawAgreement", badgeType)
}

// ExpertiseBadgeAgreed represents a Agreed event raised by the ExpertiseBadge contract.
type ExpertiseBadgeAgreed struct {
	Id       *big.Int
	Issuer   common.Address
	Level    uint8
	Burn     uint8
	Issued   uint64
	Expires  uint64
	Deadline uint64
	Raw      *types.Log // Blockchain specific contextual infos
}

const ExpertiseBadgeAgreedEventName = "Agreed"

// ContractEventName returns the user-defined event name.
func (ExpertiseBadgeAgreed) ContractEventName() string {
	return ExpertiseBadgeAgreedEventName
}

// UnpackAgreedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Agreed(uint256 indexed id, address indexed issuer, uint8 level, uint8 burn, uint64 issued, uint64 expires, uint64 deadline)
func (expertiseBadge *ExpertiseBadge) UnpackAgreedEvent(log *types.Log) (*ExpertiseBadgeAgreed, error) {
	event := "Agreed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != expertiseBadge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ExpertiseBadgeAgreed)
	if len(log.Data) > 0 {
		if err := expertiseBadge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range expertiseBadge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ExpertiseBadgeAgreementWithdrawn represents a AgreementWithdrawn event raised by the ExpertiseBadge contract.
type ExpertiseBadgeAgreementWithdrawn struct {
	Id  *big.Int
	Raw *types.Log // Blockchain specific contextual infos
}

const ExpertiseBadgeAgreementWithdrawnEventName = "AgreementWithdrawn"

// ContractEventName returns the user-defined event name.
func (ExpertiseBadgeAgreementWithdrawn) ContractEventName() string {
	return ExpertiseBadgeAgreementWithdrawnEventName
}

// UnpackAgreementWithdrawnEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event AgreementWithdrawn(uint256 indexed id)
func (expertiseBadge *ExpertiseBadge) UnpackAgreementWithdrawnEvent(log *types.Log) (*ExpertiseBadgeAgreementWithdrawn, error) {
	event := "AgreementWithdrawn"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != expertiseBadge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ExpertiseBadgeAgreementWithdrawn)
	if len(log.Data) > 0 {
		if err := expertiseBadge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range expertiseBadge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ExpertiseBadgeApproval represents a Approval event raised by the ExpertiseBadge contract.
type ExpertiseBadgeApproval struct {
	Owner    common.Address
	Approved common.Address
	TokenId  *big.Int
	Raw      *types.Log // Blockchain specific contextual infos
}

const ExpertiseBadgeApprovalEventName = "Approval"

// ContractEventName returns the user-defined event name.
func (ExpertiseBadgeApproval) ContractEventName() string {
	return ExpertiseBadgeApprovalEventName
}

// UnpackApprovalEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Approval(address indexed owner, address indexed approved, uint256 indexed tokenId)
func (expertiseBadge *ExpertiseBadge) UnpackApprovalEvent(log *types.Log) (*ExpertiseBadgeApproval, error) {
	event := "Approval"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != expertiseBadge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ExpertiseBadgeApproval)
	if len(log.Data) > 0 {
		if err := expertiseBadge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range expertiseBadge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ExpertiseBadgeApprovalForAll represents a ApprovalForAll event raised by the ExpertiseBadge contract.
type ExpertiseBadgeApprovalForAll struct {
	Owner    common.Address
	Operator common.Address
	Approved bool
	Raw      *types.Log // Blockchain specific contextual infos
}

const ExpertiseBadgeApprovalForAllEventName = "ApprovalForAll"

// ContractEventName returns the user-defined event name.
func (ExpertiseBadgeApprovalForAll) ContractEventName() string {
	return ExpertiseBadgeApprovalForAllEventName
}

// UnpackApprovalForAllEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ApprovalForAll(address indexed owner, address indexed operator, bool approved)
func (expertiseBadge *ExpertiseBadge) UnpackApprovalForAllEvent(log *types.Log) (*ExpertiseBadgeApprovalForAll, error) {
	event := "ApprovalForAll"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != expertiseBadge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ExpertiseBadgeApprovalForAll)
	if len(log.Data) > 0 {
		if err := expertiseBadge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range expertiseBadge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ExpertiseBadgeDecided represents a Decided event raised by the ExpertiseBadge contract.
type ExpertiseBadgeDecided struct {
	Id       *big.Int
	Decision [32]byte
	Raw      *types.Log // Blockchain specific contextual infos
}

const ExpertiseBadgeDecidedEventName = "Decided"

// ContractEventName returns the user-defined event name.
func (ExpertiseBadgeDecided) ContractEventName() string {
	return ExpertiseBadgeDecidedEventName
}

// UnpackDecidedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Decided(uint256 indexed id, bytes32 indexed decision)
func (expertiseBadge *ExpertiseBadge) UnpackDecidedEvent(log *types.Log) (*ExpertiseBadgeDecided, error) {
	event := "Decided"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != expertiseBadge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ExpertiseBadgeDecided)
	if len(log.Data) > 0 {
		if err := expertiseBadge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range expertiseBadge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ExpertiseBadgeEIP712DomainChanged represents a EIP712DomainChanged event raised by the ExpertiseBadge contract.
type ExpertiseBadgeEIP712DomainChanged struct {
	Raw *types.Log // Blockchain specific contextual infos
}

const ExpertiseBadgeEIP712DomainChangedEventName = "EIP712DomainChanged"

// ContractEventName returns the user-defined event name.
func (ExpertiseBadgeEIP712DomainChanged) ContractEventName() string {
	return ExpertiseBadgeEIP712DomainChangedEventName
}

// UnpackEIP712DomainChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event EIP712DomainChanged()
func (expertiseBadge *ExpertiseBadge) UnpackEIP712DomainChangedEvent(log *types.Log) (*ExpertiseBadgeEIP712DomainChanged, error) {
	event := "EIP712DomainChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != expertiseBadge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ExpertiseBadgeEIP712DomainChanged)
	if len(log.Data) > 0 {
		if err := expertiseBadge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range expertiseBadge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ExpertiseBadgeEndorsed represents a Endorsed event raised by the ExpertiseBadge contract.
type ExpertiseBadgeEndorsed struct {
	Id       *big.Int
	Endorser common.Address
	Evidence [32]byte
	Raw      *types.Log // Blockchain specific contextual infos
}

const ExpertiseBadgeEndorsedEventName = "Endorsed"

// ContractEventName returns the user-defined event name.
func (ExpertiseBadgeEndorsed) ContractEventName() string {
	return ExpertiseBadgeEndorsedEventName
}

// UnpackEndorsedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Endorsed(uint256 indexed id, address indexed endorser, bytes32 evidence)
func (expertiseBadge *ExpertiseBadge) UnpackEndorsedEvent(log *types.Log) (*ExpertiseBadgeEndorsed, error) {
	event := "Endorsed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != expertiseBadge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ExpertiseBadgeEndorsed)
	if len(log.Data) > 0 {
		if err := expertiseBadge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range expertiseBadge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ExpertiseBadgeIssued represents a Issued event raised by the ExpertiseBadge contract.
type ExpertiseBadgeIssued struct {
	From     common.Address
	To       common.Address
	TokenId  *big.Int
	BurnAuth uint8
	Raw      *types.Log // Blockchain specific contextual infos
}

const ExpertiseBadgeIssuedEventName = "Issued"

// ContractEventName returns the user-defined event name.
func (ExpertiseBadgeIssued) ContractEventName() string {
	return ExpertiseBadgeIssuedEventName
}

// UnpackIssuedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Issued(address indexed from, address indexed to, uint256 indexed tokenId, uint8 burnAuth)
func (expertiseBadge *ExpertiseBadge) UnpackIssuedEvent(log *types.Log) (*ExpertiseBadgeIssued, error) {
	event := "Issued"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != expertiseBadge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ExpertiseBadgeIssued)
	if len(log.Data) > 0 {
		if err := expertiseBadge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range expertiseBadge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ExpertiseBadgeIssuerSet represents a IssuerSet event raised by the ExpertiseBadge contract.
type ExpertiseBadgeIssuerSet struct {
	BadgeType uint32
	Issuer    common.Address
	Allowed   bool
	Decision  [32]byte
	Raw       *types.Log // Blockchain specific contextual infos
}

const ExpertiseBadgeIssuerSetEventName = "IssuerSet"

// ContractEventName returns the user-defined event name.
func (ExpertiseBadgeIssuerSet) ContractEventName() string {
	return ExpertiseBadgeIssuerSetEventName
}

// UnpackIssuerSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event IssuerSet(uint32 indexed badgeType, address indexed issuer, bool allowed, bytes32 indexed decision)
func (expertiseBadge *ExpertiseBadge) UnpackIssuerSetEvent(log *types.Log) (*ExpertiseBadgeIssuerSet, error) {
	event := "IssuerSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != expertiseBadge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ExpertiseBadgeIssuerSet)
	if len(log.Data) > 0 {
		if err := expertiseBadge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range expertiseBadge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ExpertiseBadgeLevelChanged represents a LevelChanged event raised by the ExpertiseBadge contract.
type ExpertiseBadgeLevelChanged struct {
	Id      *big.Int
	Issuer  common.Address
	Level   uint8
	Issued  uint64
	Expires uint64
	Raw     *types.Log // Blockchain specific contextual infos
}

const ExpertiseBadgeLevelChangedEventName = "LevelChanged"

// ContractEventName returns the user-defined event name.
func (ExpertiseBadgeLevelChanged) ContractEventName() string {
	return ExpertiseBadgeLevelChangedEventName
}

// UnpackLevelChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event LevelChanged(uint256 indexed id, address indexed issuer, uint8 level, uint64 issued, uint64 expires)
func (expertiseBadge *ExpertiseBadge) UnpackLevelChangedEvent(log *types.Log) (*ExpertiseBadgeLevelChanged, error) {
	event := "LevelChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != expertiseBadge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ExpertiseBadgeLevelChanged)
	if len(log.Data) > 0 {
		if err := expertiseBadge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range expertiseBadge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ExpertiseBadgeLocked represents a Locked event raised by the ExpertiseBadge contract.
type ExpertiseBadgeLocked struct {
	TokenId *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const ExpertiseBadgeLockedEventName = "Locked"

// ContractEventName returns the user-defined event name.
func (ExpertiseBadgeLocked) ContractEventName() string {
	return ExpertiseBadgeLockedEventName
}

// UnpackLockedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Locked(uint256 tokenId)
func (expertiseBadge *ExpertiseBadge) UnpackLockedEvent(log *types.Log) (*ExpertiseBadgeLocked, error) {
	event := "Locked"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != expertiseBadge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ExpertiseBadgeLocked)
	if len(log.Data) > 0 {
		if err := expertiseBadge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range expertiseBadge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ExpertiseBadgeMinted represents a Minted event raised by the ExpertiseBadge contract.
type ExpertiseBadgeMinted struct {
	Id      *big.Int
	Issuer  common.Address
	Level   uint8
	Issued  uint64
	Expires uint64
	Raw     *types.Log // Blockchain specific contextual infos
}

const ExpertiseBadgeMintedEventName = "Minted"

// ContractEventName returns the user-defined event name.
func (ExpertiseBadgeMinted) ContractEventName() string {
	return ExpertiseBadgeMintedEventName
}

// UnpackMintedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Minted(uint256 indexed id, address indexed issuer, uint8 level, uint64 issued, uint64 expires)
func (expertiseBadge *ExpertiseBadge) UnpackMintedEvent(log *types.Log) (*ExpertiseBadgeMinted, error) {
	event := "Minted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != expertiseBadge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ExpertiseBadgeMinted)
	if len(log.Data) > 0 {
		if err := expertiseBadge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range expertiseBadge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ExpertiseBadgeOwnershipTransferStarted represents a OwnershipTransferStarted event raised by the ExpertiseBadge contract.
type ExpertiseBadgeOwnershipTransferStarted struct {
	PreviousOwner common.Address
	NewOwner      common.Address
	Raw           *types.Log // Blockchain specific contextual infos
}

const ExpertiseBadgeOwnershipTransferStartedEventName = "OwnershipTransferStarted"

// ContractEventName returns the user-defined event name.
func (ExpertiseBadgeOwnershipTransferStarted) ContractEventName() string {
	return ExpertiseBadgeOwnershipTransferStartedEventName
}

// UnpackOwnershipTransferStartedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OwnershipTransferStarted(address indexed previousOwner, address indexed newOwner)
func (expertiseBadge *ExpertiseBadge) UnpackOwnershipTransferStartedEvent(log *types.Log) (*ExpertiseBadgeOwnershipTransferStarted, error) {
	event := "OwnershipTransferStarted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != expertiseBadge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ExpertiseBadgeOwnershipTransferStarted)
	if len(log.Data) > 0 {
		if err := expertiseBadge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range expertiseBadge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ExpertiseBadgeOwnershipTransferred represents a OwnershipTransferred event raised by the ExpertiseBadge contract.
type ExpertiseBadgeOwnershipTransferred struct {
	PreviousOwner common.Address
	NewOwner      common.Address
	Raw           *types.Log // Blockchain specific contextual infos
}

const ExpertiseBadgeOwnershipTransferredEventName = "OwnershipTransferred"

// ContractEventName returns the user-defined event name.
func (ExpertiseBadgeOwnershipTransferred) ContractEventName() string {
	return ExpertiseBadgeOwnershipTransferredEventName
}

// UnpackOwnershipTransferredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OwnershipTransferred(address indexed previousOwner, address indexed newOwner)
func (expertiseBadge *ExpertiseBadge) UnpackOwnershipTransferredEvent(log *types.Log) (*ExpertiseBadgeOwnershipTransferred, error) {
	event := "OwnershipTransferred"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != expertiseBadge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ExpertiseBadgeOwnershipTransferred)
	if len(log.Data) > 0 {
		if err := expertiseBadge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range expertiseBadge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ExpertiseBadgeRecovered represents a Recovered event raised by the ExpertiseBadge contract.
type ExpertiseBadgeRecovered struct {
	From common.Address
	To   common.Address
	Raw  *types.Log // Blockchain specific contextual infos
}

const ExpertiseBadgeRecoveredEventName = "Recovered"

// ContractEventName returns the user-defined event name.
func (ExpertiseBadgeRecovered) ContractEventName() string {
	return ExpertiseBadgeRecoveredEventName
}

// UnpackRecoveredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Recovered(address indexed from, address indexed to)
func (expertiseBadge *ExpertiseBadge) UnpackRecoveredEvent(log *types.Log) (*ExpertiseBadgeRecovered, error) {
	event := "Recovered"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != expertiseBadge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ExpertiseBadgeRecovered)
	if len(log.Data) > 0 {
		if err := expertiseBadge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range expertiseBadge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ExpertiseBadgeRecoveryCancelled represents a RecoveryCancelled event raised by the ExpertiseBadge contract.
type ExpertiseBadgeRecoveryCancelled struct {
	From     common.Address
	To       common.Address
	Decision [32]byte
	Raw      *types.Log // Blockchain specific contextual infos
}

const ExpertiseBadgeRecoveryCancelledEventName = "RecoveryCancelled"

// ContractEventName returns the user-defined event name.
func (ExpertiseBadgeRecoveryCancelled) ContractEventName() string {
	return ExpertiseBadgeRecoveryCancelledEventName
}

// UnpackRecoveryCancelledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RecoveryCancelled(address indexed from, address indexed to, bytes32 indexed decision)
func (expertiseBadge *ExpertiseBadge) UnpackRecoveryCancelledEvent(log *types.Log) (*ExpertiseBadgeRecoveryCancelled, error) {
	event := "RecoveryCancelled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != expertiseBadge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ExpertiseBadgeRecoveryCancelled)
	if len(log.Data) > 0 {
		if err := expertiseBadge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range expertiseBadge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ExpertiseBadgeRecoveryProposed represents a RecoveryProposed event raised by the ExpertiseBadge contract.
type ExpertiseBadgeRecoveryProposed struct {
	From       common.Address
	To         common.Address
	Executable uint64
	Decision   [32]byte
	Raw        *types.Log // Blockchain specific contextual infos
}

const ExpertiseBadgeRecoveryProposedEventName = "RecoveryProposed"

// ContractEventName returns the user-defined event name.
func (ExpertiseBadgeRecoveryProposed) ContractEventName() string {
	return ExpertiseBadgeRecoveryProposedEventName
}

// UnpackRecoveryProposedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RecoveryProposed(address indexed from, address indexed to, uint64 executable, bytes32 indexed decision)
func (expertiseBadge *ExpertiseBadge) UnpackRecoveryProposedEvent(log *types.Log) (*ExpertiseBadgeRecoveryProposed, error) {
	event := "RecoveryProposed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != expertiseBadge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ExpertiseBadgeRecoveryProposed)
	if len(log.Data) > 0 {
		if err := expertiseBadge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range expertiseBadge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ExpertiseBadgeRenewed represents a Renewed event raised by the ExpertiseBadge contract.
type ExpertiseBadgeRenewed struct {
	Id      *big.Int
	Issuer  common.Address
	Level   uint8
	Issued  uint64
	Expires uint64
	Raw     *types.Log // Blockchain specific contextual infos
}

const ExpertiseBadgeRenewedEventName = "Renewed"

// ContractEventName returns the user-defined event name.
func (ExpertiseBadgeRenewed) ContractEventName() string {
	return ExpertiseBadgeRenewedEventName
}

// UnpackRenewedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Renewed(uint256 indexed id, address indexed issuer, uint8 level, uint64 issued, uint64 expires)
func (expertiseBadge *ExpertiseBadge) UnpackRenewedEvent(log *types.Log) (*ExpertiseBadgeRenewed, error) {
	event := "Renewed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != expertiseBadge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ExpertiseBadgeRenewed)
	if len(log.Data) > 0 {
		if err := expertiseBadge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range expertiseBadge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ExpertiseBadgeRevoked represents a Revoked event raised by the ExpertiseBadge contract.
type ExpertiseBadgeRevoked struct {
	Id       *big.Int
	Actor    common.Address
	Reason   uint8
	Decision [32]byte
	Raw      *types.Log // Blockchain specific contextual infos
}

const ExpertiseBadgeRevokedEventName = "Revoked"

// ContractEventName returns the user-defined event name.
func (ExpertiseBadgeRevoked) ContractEventName() string {
	return ExpertiseBadgeRevokedEventName
}

// UnpackRevokedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Revoked(uint256 indexed id, address indexed actor, uint8 reason, bytes32 indexed decision)
func (expertiseBadge *ExpertiseBadge) UnpackRevokedEvent(log *types.Log) (*ExpertiseBadgeRevoked, error) {
	event := "Revoked"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != expertiseBadge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ExpertiseBadgeRevoked)
	if len(log.Data) > 0 {
		if err := expertiseBadge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range expertiseBadge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ExpertiseBadgeSurrendered represents a Surrendered event raised by the ExpertiseBadge contract.
type ExpertiseBadgeSurrendered struct {
	Id  *big.Int
	Raw *types.Log // Blockchain specific contextual infos
}

const ExpertiseBadgeSurrenderedEventName = "Surrendered"

// ContractEventName returns the user-defined event name.
func (ExpertiseBadgeSurrendered) ContractEventName() string {
	return ExpertiseBadgeSurrenderedEventName
}

// UnpackSurrenderedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Surrendered(uint256 indexed id)
func (expertiseBadge *ExpertiseBadge) UnpackSurrenderedEvent(log *types.Log) (*ExpertiseBadgeSurrendered, error) {
	event := "Surrendered"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != expertiseBadge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ExpertiseBadgeSurrendered)
	if len(log.Data) > 0 {
		if err := expertiseBadge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range expertiseBadge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ExpertiseBadgeTransfer represents a Transfer event raised by the ExpertiseBadge contract.
type ExpertiseBadgeTransfer struct {
	From    common.Address
	To      common.Address
	TokenId *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const ExpertiseBadgeTransferEventName = "Transfer"

// ContractEventName returns the user-defined event name.
func (ExpertiseBadgeTransfer) ContractEventName() string {
	return ExpertiseBadgeTransferEventName
}

// UnpackTransferEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Transfer(address indexed from, address indexed to, uint256 indexed tokenId)
func (expertiseBadge *ExpertiseBadge) UnpackTransferEvent(log *types.Log) (*ExpertiseBadgeTransfer, error) {
	event := "Transfer"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != expertiseBadge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ExpertiseBadgeTransfer)
	if len(log.Data) > 0 {
		if err := expertiseBadge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range expertiseBadge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ExpertiseBadgeTypeChanged represents a TypeChanged event raised by the ExpertiseBadge contract.
type ExpertiseBadgeTypeChanged struct {
	BadgeType uint32
	Version   uint16
	Terms     IBadgeTypesTerms
	Decision  [32]byte
	Raw       *types.Log // Blockchain specific contextual infos
}

const ExpertiseBadgeTypeChangedEventName = "TypeChanged"

// ContractEventName returns the user-defined event name.
func (ExpertiseBadgeTypeChanged) ContractEventName() string {
	return ExpertiseBadgeTypeChangedEventName
}

// UnpackTypeChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event TypeChanged(uint32 indexed badgeType, uint16 version, (uint64,uint8,uint8,uint8) terms, bytes32 indexed decision)
func (expertiseBadge *ExpertiseBadge) UnpackTypeChangedEvent(log *types.Log) (*ExpertiseBadgeTypeChanged, error) {
	event := "TypeChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != expertiseBadge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ExpertiseBadgeTypeChanged)
	if len(log.Data) > 0 {
		if err := expertiseBadge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range expertiseBadge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ExpertiseBadgeTypeCreated represents a TypeCreated event raised by the ExpertiseBadge contract.
type ExpertiseBadgeTypeCreated struct {
	BadgeType uint32
	Domain    string
	Name      string
	Levels    uint8
	Terms     IBadgeTypesTerms
	Decision  [32]byte
	Raw       *types.Log // Blockchain specific contextual infos
}

const ExpertiseBadgeTypeCreatedEventName = "TypeCreated"

// ContractEventName returns the user-defined event name.
func (ExpertiseBadgeTypeCreated) ContractEventName() string {
	return ExpertiseBadgeTypeCreatedEventName
}

// UnpackTypeCreatedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event TypeCreated(uint32 indexed badgeType, string domain, string name, uint8 levels, (uint64,uint8,uint8,uint8) terms, bytes32 indexed decision)
func (expertiseBadge *ExpertiseBadge) UnpackTypeCreatedEvent(log *types.Log) (*ExpertiseBadgeTypeCreated, error) {
	event := "TypeCreated"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != expertiseBadge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ExpertiseBadgeTypeCreated)
	if len(log.Data) > 0 {
		if err := expertiseBadge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range expertiseBadge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ExpertiseBadgeTypeRetired represents a TypeRetired event raised by the ExpertiseBadge contract.
type ExpertiseBadgeTypeRetired struct {
	BadgeType uint32
	Decision  [32]byte
	Raw       *types.Log // Blockchain specific contextual infos
}

const ExpertiseBadgeTypeRetiredEventName = "TypeRetired"

// ContractEventName returns the user-defined event name.
func (ExpertiseBadgeTypeRetired) ContractEventName() string {
	return ExpertiseBadgeTypeRetiredEventName
}

// UnpackTypeRetiredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event TypeRetired(uint32 indexed badgeType, bytes32 indexed decision)
func (expertiseBadge *ExpertiseBadge) UnpackTypeRetiredEvent(log *types.Log) (*ExpertiseBadgeTypeRetired, error) {
	event := "TypeRetired"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != expertiseBadge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ExpertiseBadgeTypeRetired)
	if len(log.Data) > 0 {
		if err := expertiseBadge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range expertiseBadge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ExpertiseBadgeUnlocked represents a Unlocked event raised by the ExpertiseBadge contract.
type ExpertiseBadgeUnlocked struct {
	TokenId *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const ExpertiseBadgeUnlockedEventName = "Unlocked"

// ContractEventName returns the user-defined event name.
func (ExpertiseBadgeUnlocked) ContractEventName() string {
	return ExpertiseBadgeUnlockedEventName
}

// UnpackUnlockedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Unlocked(uint256 tokenId)
func (expertiseBadge *ExpertiseBadge) UnpackUnlockedEvent(log *types.Log) (*ExpertiseBadgeUnlocked, error) {
	event := "Unlocked"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != expertiseBadge.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ExpertiseBadgeUnlocked)
	if len(log.Data) > 0 {
		if err := expertiseBadge.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range expertiseBadge.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (expertiseBadge *ExpertiseBadge) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeAward"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeAwardError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeBurn"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeBurnError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeConsent"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeConsentError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeConsentExpired"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeConsentExpiredError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeConsents"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeConsentsError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeDecision"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeDecisionError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeEndorsement"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeEndorsementError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeEndorsementExpired"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeEndorsementExpiredError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeEndorsements"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeEndorsementsError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeEndorserLevel"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeEndorserLevelError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeEndorsersUnsorted"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeEndorsersUnsortedError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeExpires"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeExpiresError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeHeld"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeHeldError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeHolderFull"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeHolderFullError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeHolderMoved"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeHolderMovedError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeIssued"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeIssuedError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeIssuer"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeIssuerError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeIssuerReserved"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeIssuerReservedError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeIssuersFull"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeIssuersFullError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeLevel"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeLevelError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeNotAgreed"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeNotAgreedError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeNotHolder"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeNotHolderError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeOwnerRequired"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeOwnerRequiredError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeReason"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeReasonError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeRecoveryConsent"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeRecoveryConsentError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeRecoveryEarly"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeRecoveryEarlyError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeRecoveryEmpty"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeRecoveryEmptyError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeRecoveryExpired"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeRecoveryExpiredError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeRecoveryObjection"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeRecoveryObjectionError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeRecoveryTarget"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeRecoveryTargetError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeRecoveryUnknown"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeRecoveryUnknownError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeSelfEndorsed"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeSelfEndorsedError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeSelfIssued"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeSelfIssuedError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeSoulbound"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeSoulboundError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeTerms"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeTermsError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeTime"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeTimeError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeTypeEndorsements"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeTypeEndorsementsError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeTypeRetired"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeTypeRetiredError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeTypeTaken"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeTypeTakenError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeTypeText"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeTypeTextError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeTypeUnknown"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeTypeUnknownError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeTypeValidity"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeTypeValidityError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeTypeWithoutLevels"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeTypeWithoutLevelsError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["BadgeUnknown"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackBadgeUnknownError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["InvalidShortString"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackInvalidShortStringError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["OwnableInvalidOwner"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackOwnableInvalidOwnerError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["OwnableUnauthorizedAccount"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackOwnableUnauthorizedAccountError(raw[4:])
	}
	if bytes.Equal(raw[:4], expertiseBadge.abi.Errors["StringTooLong"].ID.Bytes()[:4]) {
		return expertiseBadge.UnpackStringTooLongError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// ExpertiseBadgeBadgeAward represents a BadgeAward error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeAward struct {
	Terms *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeAward(uint256 terms)
func ExpertiseBadgeBadgeAwardErrorID() common.Hash {
	return common.HexToHash("0x3afbbcd0892736f7a85a851de116b51eca7cb41595a79903799604c6cd2255d2")
}

// UnpackBadgeAwardError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeAward(uint256 terms)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeAwardError(raw []byte) (*ExpertiseBadgeBadgeAward, error) {
	out := new(ExpertiseBadgeBadgeAward)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeAward", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeBurn represents a BadgeBurn error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeBurn struct {
	Id   *big.Int
	Burn uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeBurn(uint256 id, uint8 burn)
func ExpertiseBadgeBadgeBurnErrorID() common.Hash {
	return common.HexToHash("0x9ade84a330debd386f4d21aeb3f57d9ca723f97b5aadb3efc1c3a2694c5e4dfa")
}

// UnpackBadgeBurnError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeBurn(uint256 id, uint8 burn)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeBurnError(raw []byte) (*ExpertiseBadgeBadgeBurn, error) {
	out := new(ExpertiseBadgeBadgeBurn)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeBurn", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeConsent represents a BadgeConsent error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeConsent struct {
	Id *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeConsent(uint256 id)
func ExpertiseBadgeBadgeConsentErrorID() common.Hash {
	return common.HexToHash("0xbe305a32d26499b8c6914ed50f8962f7767ea299dbce7d51f25667a7ced5003c")
}

// UnpackBadgeConsentError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeConsent(uint256 id)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeConsentError(raw []byte) (*ExpertiseBadgeBadgeConsent, error) {
	out := new(ExpertiseBadgeBadgeConsent)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeConsent", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeConsentExpired represents a BadgeConsentExpired error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeConsentExpired struct {
	Id       *big.Int
	Deadline uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeConsentExpired(uint256 id, uint64 deadline)
func ExpertiseBadgeBadgeConsentExpiredErrorID() common.Hash {
	return common.HexToHash("0x29af74251e1da907479bfda7797a4d557c9ce0b3cb5b7696d31f30f93b3f865b")
}

// UnpackBadgeConsentExpiredError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeConsentExpired(uint256 id, uint64 deadline)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeConsentExpiredError(raw []byte) (*ExpertiseBadgeBadgeConsentExpired, error) {
	out := new(ExpertiseBadgeBadgeConsentExpired)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeConsentExpired", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeConsents represents a BadgeConsents error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeConsents struct {
	Grants   *big.Int
	Consents *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeConsents(uint256 grants, uint256 consents)
func ExpertiseBadgeBadgeConsentsErrorID() common.Hash {
	return common.HexToHash("0xa41aba3ceec67ea6b83ba69fce42ff68f58ce16051aeb370205b50fae6370f3f")
}

// UnpackBadgeConsentsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeConsents(uint256 grants, uint256 consents)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeConsentsError(raw []byte) (*ExpertiseBadgeBadgeConsents, error) {
	out := new(ExpertiseBadgeBadgeConsents)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeConsents", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeDecision represents a BadgeDecision error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeDecision struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeDecision()
func ExpertiseBadgeBadgeDecisionErrorID() common.Hash {
	return common.HexToHash("0x0a09bb4ff786f6571661173c1a4d259bd571d39572bea474e78ac1cda2d50061")
}

// UnpackBadgeDecisionError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeDecision()
func (expertiseBadge *ExpertiseBadge) UnpackBadgeDecisionError(raw []byte) (*ExpertiseBadgeBadgeDecision, error) {
	out := new(ExpertiseBadgeBadgeDecision)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeDecision", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeEndorsement represents a BadgeEndorsement error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeEndorsement struct {
	Endorser common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeEndorsement(address endorser)
func ExpertiseBadgeBadgeEndorsementErrorID() common.Hash {
	return common.HexToHash("0xbff77ac67111aa5fbf7f043b11b88e6c665ee9eb555e1bfd4d41645d98828b23")
}

// UnpackBadgeEndorsementError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeEndorsement(address endorser)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeEndorsementError(raw []byte) (*ExpertiseBadgeBadgeEndorsement, error) {
	out := new(ExpertiseBadgeBadgeEndorsement)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeEndorsement", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeEndorsementExpired represents a BadgeEndorsementExpired error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeEndorsementExpired struct {
	Endorser common.Address
	Deadline uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeEndorsementExpired(address endorser, uint64 deadline)
func ExpertiseBadgeBadgeEndorsementExpiredErrorID() common.Hash {
	return common.HexToHash("0xb3b36b19c9af99a4f2b66d7706ee02e4019da845f173858d2dc1dc5911345d7f")
}

// UnpackBadgeEndorsementExpiredError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeEndorsementExpired(address endorser, uint64 deadline)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeEndorsementExpiredError(raw []byte) (*ExpertiseBadgeBadgeEndorsementExpired, error) {
	out := new(ExpertiseBadgeBadgeEndorsementExpired)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeEndorsementExpired", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeEndorsements represents a BadgeEndorsements error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeEndorsements struct {
	BadgeType uint32
	Given     *big.Int
	Needed    uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeEndorsements(uint32 badgeType, uint256 given, uint8 needed)
func ExpertiseBadgeBadgeEndorsementsErrorID() common.Hash {
	return common.HexToHash("0x079ef95c8ded36b1175bab119eae855d53229f9a2e06942a2cadf6f060b90f25")
}

// UnpackBadgeEndorsementsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeEndorsements(uint32 badgeType, uint256 given, uint8 needed)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeEndorsementsError(raw []byte) (*ExpertiseBadgeBadgeEndorsements, error) {
	out := new(ExpertiseBadgeBadgeEndorsements)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeEndorsements", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeEndorserLevel represents a BadgeEndorserLevel error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeEndorserLevel struct {
	Endorser common.Address
	Level    uint8
	Least    uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeEndorserLevel(address endorser, uint8 level, uint8 least)
func ExpertiseBadgeBadgeEndorserLevelErrorID() common.Hash {
	return common.HexToHash("0xc8628832811ede9a995d442c6e80a8a8fda3806ae162c572103df64293090991")
}

// UnpackBadgeEndorserLevelError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeEndorserLevel(address endorser, uint8 level, uint8 least)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeEndorserLevelError(raw []byte) (*ExpertiseBadgeBadgeEndorserLevel, error) {
	out := new(ExpertiseBadgeBadgeEndorserLevel)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeEndorserLevel", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeEndorsersUnsorted represents a BadgeEndorsersUnsorted error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeEndorsersUnsorted struct {
	Endorser common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeEndorsersUnsorted(address endorser)
func ExpertiseBadgeBadgeEndorsersUnsortedErrorID() common.Hash {
	return common.HexToHash("0x16a4548055a3f66a9eeea8dc7a7fff6cd95e22d24ff6d51c10c62cd81079d99f")
}

// UnpackBadgeEndorsersUnsortedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeEndorsersUnsorted(address endorser)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeEndorsersUnsortedError(raw []byte) (*ExpertiseBadgeBadgeEndorsersUnsorted, error) {
	out := new(ExpertiseBadgeBadgeEndorsersUnsorted)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeEndorsersUnsorted", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeExpires represents a BadgeExpires error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeExpires struct {
	Id      *big.Int
	Expires uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeExpires(uint256 id, uint64 expires)
func ExpertiseBadgeBadgeExpiresErrorID() common.Hash {
	return common.HexToHash("0xe229f143ec1f0da2a327577a6c00999d90278f5a59ed4034a739fcfc2e5e8253")
}

// UnpackBadgeExpiresError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeExpires(uint256 id, uint64 expires)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeExpiresError(raw []byte) (*ExpertiseBadgeBadgeExpires, error) {
	out := new(ExpertiseBadgeBadgeExpires)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeExpires", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeHeld represents a BadgeHeld error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeHeld struct {
	Id *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeHeld(uint256 id)
func ExpertiseBadgeBadgeHeldErrorID() common.Hash {
	return common.HexToHash("0x9aeefebde282bd73b51593f89710fc04700c65dec0e96403ff28e8ba612ab9c0")
}

// UnpackBadgeHeldError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeHeld(uint256 id)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeHeldError(raw []byte) (*ExpertiseBadgeBadgeHeld, error) {
	out := new(ExpertiseBadgeBadgeHeld)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeHeld", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeHolderFull represents a BadgeHolderFull error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeHolderFull struct {
	Holder common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeHolderFull(address holder)
func ExpertiseBadgeBadgeHolderFullErrorID() common.Hash {
	return common.HexToHash("0xdfeacbc242fe90fe7b26d94fff0e1b9c759793392ab35ac08d2f593ca82463c4")
}

// UnpackBadgeHolderFullError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeHolderFull(address holder)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeHolderFullError(raw []byte) (*ExpertiseBadgeBadgeHolderFull, error) {
	out := new(ExpertiseBadgeBadgeHolderFull)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeHolderFull", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeHolderMoved represents a BadgeHolderMoved error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeHolderMoved struct {
	Holder common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeHolderMoved(address holder)
func ExpertiseBadgeBadgeHolderMovedErrorID() common.Hash {
	return common.HexToHash("0x36322b817f960ab30467254684975910fd48dfa45ef5baedc3bf4ed63ff0a2d8")
}

// UnpackBadgeHolderMovedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeHolderMoved(address holder)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeHolderMovedError(raw []byte) (*ExpertiseBadgeBadgeHolderMoved, error) {
	out := new(ExpertiseBadgeBadgeHolderMoved)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeHolderMoved", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeIssued represents a BadgeIssued error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeIssued struct {
	Id     *big.Int
	Issued uint64
	After  uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeIssued(uint256 id, uint64 issued, uint64 after_)
func ExpertiseBadgeBadgeIssuedErrorID() common.Hash {
	return common.HexToHash("0x176f037fbab80dd242698a42c47ecfbaa05b9e1be1082067f5c2b66c4509d156")
}

// UnpackBadgeIssuedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeIssued(uint256 id, uint64 issued, uint64 after_)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeIssuedError(raw []byte) (*ExpertiseBadgeBadgeIssued, error) {
	out := new(ExpertiseBadgeBadgeIssued)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeIssued", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeIssuer represents a BadgeIssuer error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeIssuer struct {
	BadgeType uint32
	Account   common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeIssuer(uint32 badgeType, address account)
func ExpertiseBadgeBadgeIssuerErrorID() common.Hash {
	return common.HexToHash("0x85acbb6870a160f1e8cc82a81d193cd76dbfe8777236b0d345cbe908effe8f91")
}

// UnpackBadgeIssuerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeIssuer(uint32 badgeType, address account)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeIssuerError(raw []byte) (*ExpertiseBadgeBadgeIssuer, error) {
	out := new(ExpertiseBadgeBadgeIssuer)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeIssuer", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeIssuerReserved represents a BadgeIssuerReserved error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeIssuerReserved struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeIssuerReserved(address account)
func ExpertiseBadgeBadgeIssuerReservedErrorID() common.Hash {
	return common.HexToHash("0x9d2ab9e94e34d5d628bbde40c713905dc3050ae29732abc118d8ed3622513e91")
}

// UnpackBadgeIssuerReservedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeIssuerReserved(address account)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeIssuerReservedError(raw []byte) (*ExpertiseBadgeBadgeIssuerReserved, error) {
	out := new(ExpertiseBadgeBadgeIssuerReserved)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeIssuerReserved", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeIssuersFull represents a BadgeIssuersFull error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeIssuersFull struct {
	BadgeType uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeIssuersFull(uint32 badgeType)
func ExpertiseBadgeBadgeIssuersFullErrorID() common.Hash {
	return common.HexToHash("0x77253f1bd12fe07b8709967ea2cdb0a11328832e75aa4b60bb18af0f8eb5ee63")
}

// UnpackBadgeIssuersFullError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeIssuersFull(uint32 badgeType)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeIssuersFullError(raw []byte) (*ExpertiseBadgeBadgeIssuersFull, error) {
	out := new(ExpertiseBadgeBadgeIssuersFull)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeIssuersFull", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeLevel represents a BadgeLevel error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeLevel struct {
	BadgeType uint32
	Level     uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeLevel(uint32 badgeType, uint8 level)
func ExpertiseBadgeBadgeLevelErrorID() common.Hash {
	return common.HexToHash("0x83ee7022ff3fb7f1bf2b89a7b4d6d16285cfd8aaa29ba356602bacda4697a086")
}

// UnpackBadgeLevelError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeLevel(uint32 badgeType, uint8 level)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeLevelError(raw []byte) (*ExpertiseBadgeBadgeLevel, error) {
	out := new(ExpertiseBadgeBadgeLevel)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeLevel", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeNotAgreed represents a BadgeNotAgreed error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeNotAgreed struct {
	Id *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeNotAgreed(uint256 id)
func ExpertiseBadgeBadgeNotAgreedErrorID() common.Hash {
	return common.HexToHash("0xee6b81a0c04317374939a0c5d8657060809de5bece2fc8ea3722a850b11eda4f")
}

// UnpackBadgeNotAgreedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeNotAgreed(uint256 id)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeNotAgreedError(raw []byte) (*ExpertiseBadgeBadgeNotAgreed, error) {
	out := new(ExpertiseBadgeBadgeNotAgreed)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeNotAgreed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeNotHolder represents a BadgeNotHolder error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeNotHolder struct {
	Id      *big.Int
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeNotHolder(uint256 id, address account)
func ExpertiseBadgeBadgeNotHolderErrorID() common.Hash {
	return common.HexToHash("0x9f47b682ac52947bdb7a23fb25e730b0eb671a6b6af382e946d8d3115e4e798d")
}

// UnpackBadgeNotHolderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeNotHolder(uint256 id, address account)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeNotHolderError(raw []byte) (*ExpertiseBadgeBadgeNotHolder, error) {
	out := new(ExpertiseBadgeBadgeNotHolder)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeNotHolder", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeOwnerRequired represents a BadgeOwnerRequired error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeOwnerRequired struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeOwnerRequired()
func ExpertiseBadgeBadgeOwnerRequiredErrorID() common.Hash {
	return common.HexToHash("0x3edfbde9959e2914b391fb4ffe5efd7bbded8936b86c1c035b4167b9d5b01acc")
}

// UnpackBadgeOwnerRequiredError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeOwnerRequired()
func (expertiseBadge *ExpertiseBadge) UnpackBadgeOwnerRequiredError(raw []byte) (*ExpertiseBadgeBadgeOwnerRequired, error) {
	out := new(ExpertiseBadgeBadgeOwnerRequired)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeOwnerRequired", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeReason represents a BadgeReason error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeReason struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeReason()
func ExpertiseBadgeBadgeReasonErrorID() common.Hash {
	return common.HexToHash("0xa97f0235f548caf96a51444c913ae5340f5b19f6e45462a4ffff139f49b8073c")
}

// UnpackBadgeReasonError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeReason()
func (expertiseBadge *ExpertiseBadge) UnpackBadgeReasonError(raw []byte) (*ExpertiseBadgeBadgeReason, error) {
	out := new(ExpertiseBadgeBadgeReason)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeReason", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeRecoveryConsent represents a BadgeRecoveryConsent error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeRecoveryConsent struct {
	To common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeRecoveryConsent(address to)
func ExpertiseBadgeBadgeRecoveryConsentErrorID() common.Hash {
	return common.HexToHash("0x062a40dd748c866d1e567c3f433757ec0fd87187d508c1acb21d1f461cebfda7")
}

// UnpackBadgeRecoveryConsentError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeRecoveryConsent(address to)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeRecoveryConsentError(raw []byte) (*ExpertiseBadgeBadgeRecoveryConsent, error) {
	out := new(ExpertiseBadgeBadgeRecoveryConsent)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeRecoveryConsent", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeRecoveryEarly represents a BadgeRecoveryEarly error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeRecoveryEarly struct {
	From       common.Address
	Executable uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeRecoveryEarly(address from, uint64 executable)
func ExpertiseBadgeBadgeRecoveryEarlyErrorID() common.Hash {
	return common.HexToHash("0xf9e4e3c2ef0850e5b1c4e927cea9acf125a6811ac04c9b76ee3c1e2a2b9e0c1d")
}

// UnpackBadgeRecoveryEarlyError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeRecoveryEarly(address from, uint64 executable)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeRecoveryEarlyError(raw []byte) (*ExpertiseBadgeBadgeRecoveryEarly, error) {
	out := new(ExpertiseBadgeBadgeRecoveryEarly)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeRecoveryEarly", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeRecoveryEmpty represents a BadgeRecoveryEmpty error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeRecoveryEmpty struct {
	From common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeRecoveryEmpty(address from)
func ExpertiseBadgeBadgeRecoveryEmptyErrorID() common.Hash {
	return common.HexToHash("0x5c2a4acf4f1790811a7f9422c95e8c7c952a98839d51b38a9a956713b680c7d9")
}

// UnpackBadgeRecoveryEmptyError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeRecoveryEmpty(address from)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeRecoveryEmptyError(raw []byte) (*ExpertiseBadgeBadgeRecoveryEmpty, error) {
	out := new(ExpertiseBadgeBadgeRecoveryEmpty)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeRecoveryEmpty", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeRecoveryExpired represents a BadgeRecoveryExpired error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeRecoveryExpired struct {
	To       common.Address
	Deadline uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeRecoveryExpired(address to, uint64 deadline)
func ExpertiseBadgeBadgeRecoveryExpiredErrorID() common.Hash {
	return common.HexToHash("0x04352fb5e3dcb6413a4083c1856ab6dc2c3d98b4565a73bd6dc351e1fc5a6c58")
}

// UnpackBadgeRecoveryExpiredError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeRecoveryExpired(address to, uint64 deadline)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeRecoveryExpiredError(raw []byte) (*ExpertiseBadgeBadgeRecoveryExpired, error) {
	out := new(ExpertiseBadgeBadgeRecoveryExpired)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeRecoveryExpired", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeRecoveryObjection represents a BadgeRecoveryObjection error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeRecoveryObjection struct {
	From common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeRecoveryObjection(address from)
func ExpertiseBadgeBadgeRecoveryObjectionErrorID() common.Hash {
	return common.HexToHash("0x8bb70578e79cddc17311c8b1f24de3697c17ef3a697b07886bd8ee30a25f1503")
}

// UnpackBadgeRecoveryObjectionError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeRecoveryObjection(address from)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeRecoveryObjectionError(raw []byte) (*ExpertiseBadgeBadgeRecoveryObjection, error) {
	out := new(ExpertiseBadgeBadgeRecoveryObjection)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeRecoveryObjection", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeRecoveryTarget represents a BadgeRecoveryTarget error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeRecoveryTarget struct {
	To common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeRecoveryTarget(address to)
func ExpertiseBadgeBadgeRecoveryTargetErrorID() common.Hash {
	return common.HexToHash("0x0136fefc7b8e454d89054c48debf80bf6dbc70178c3f06f6e6b6d52bedcb1745")
}

// UnpackBadgeRecoveryTargetError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeRecoveryTarget(address to)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeRecoveryTargetError(raw []byte) (*ExpertiseBadgeBadgeRecoveryTarget, error) {
	out := new(ExpertiseBadgeBadgeRecoveryTarget)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeRecoveryTarget", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeRecoveryUnknown represents a BadgeRecoveryUnknown error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeRecoveryUnknown struct {
	From common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeRecoveryUnknown(address from)
func ExpertiseBadgeBadgeRecoveryUnknownErrorID() common.Hash {
	return common.HexToHash("0x28cda7261108493f6f131c3c99008d3fff92d996ecf3c8d177bb182b60b4cf6b")
}

// UnpackBadgeRecoveryUnknownError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeRecoveryUnknown(address from)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeRecoveryUnknownError(raw []byte) (*ExpertiseBadgeBadgeRecoveryUnknown, error) {
	out := new(ExpertiseBadgeBadgeRecoveryUnknown)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeRecoveryUnknown", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeSelfEndorsed represents a BadgeSelfEndorsed error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeSelfEndorsed struct {
	Endorser common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeSelfEndorsed(address endorser)
func ExpertiseBadgeBadgeSelfEndorsedErrorID() common.Hash {
	return common.HexToHash("0x19398c6efa06c264c6584479526c854e1e0be843f130f5bf58261c16352456c8")
}

// UnpackBadgeSelfEndorsedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeSelfEndorsed(address endorser)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeSelfEndorsedError(raw []byte) (*ExpertiseBadgeBadgeSelfEndorsed, error) {
	out := new(ExpertiseBadgeBadgeSelfEndorsed)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeSelfEndorsed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeSelfIssued represents a BadgeSelfIssued error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeSelfIssued struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeSelfIssued(address account)
func ExpertiseBadgeBadgeSelfIssuedErrorID() common.Hash {
	return common.HexToHash("0xfe911caebef67ed46cf51cc1b9f37aaf2f3e38926e63f29357bdd3295e2f52cf")
}

// UnpackBadgeSelfIssuedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeSelfIssued(address account)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeSelfIssuedError(raw []byte) (*ExpertiseBadgeBadgeSelfIssued, error) {
	out := new(ExpertiseBadgeBadgeSelfIssued)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeSelfIssued", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeSoulbound represents a BadgeSoulbound error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeSoulbound struct {
	Id *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeSoulbound(uint256 id)
func ExpertiseBadgeBadgeSoulboundErrorID() common.Hash {
	return common.HexToHash("0x391a3ce9fa4371ee1fc884ed25a9f22be137d7330aeb3d2b372db815e76aa260")
}

// UnpackBadgeSoulboundError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeSoulbound(uint256 id)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeSoulboundError(raw []byte) (*ExpertiseBadgeBadgeSoulbound, error) {
	out := new(ExpertiseBadgeBadgeSoulbound)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeSoulbound", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeTerms represents a BadgeTerms error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeTerms struct {
	BadgeType uint32
	Burn      uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeTerms(uint32 badgeType, uint8 burn)
func ExpertiseBadgeBadgeTermsErrorID() common.Hash {
	return common.HexToHash("0xe6f42299b70829e91922441db74aedd74b925fb84a2e0edb841b86ce20055a81")
}

// UnpackBadgeTermsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeTerms(uint32 badgeType, uint8 burn)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeTermsError(raw []byte) (*ExpertiseBadgeBadgeTerms, error) {
	out := new(ExpertiseBadgeBadgeTerms)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeTerms", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeTime represents a BadgeTime error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeTime struct {
	Issued  uint64
	Expires uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeTime(uint64 issued, uint64 expires)
func ExpertiseBadgeBadgeTimeErrorID() common.Hash {
	return common.HexToHash("0xee81cdb6b931cfe41081264b940fc88f6bfb1b1d79d270d00a845190153633a3")
}

// UnpackBadgeTimeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeTime(uint64 issued, uint64 expires)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeTimeError(raw []byte) (*ExpertiseBadgeBadgeTime, error) {
	out := new(ExpertiseBadgeBadgeTime)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeTime", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeTypeEndorsements represents a BadgeTypeEndorsements error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeTypeEndorsements struct {
	BadgeType     uint32
	Endorsements  uint8
	EndorserLevel uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeTypeEndorsements(uint32 badgeType, uint8 endorsements, uint8 endorserLevel)
func ExpertiseBadgeBadgeTypeEndorsementsErrorID() common.Hash {
	return common.HexToHash("0xd567587eea62607c02364a6f383f41d415da2958f705b817e4cec5c2ed6710a7")
}

// UnpackBadgeTypeEndorsementsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeTypeEndorsements(uint32 badgeType, uint8 endorsements, uint8 endorserLevel)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeTypeEndorsementsError(raw []byte) (*ExpertiseBadgeBadgeTypeEndorsements, error) {
	out := new(ExpertiseBadgeBadgeTypeEndorsements)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeTypeEndorsements", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeTypeRetired represents a BadgeTypeRetired error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeTypeRetired struct {
	BadgeType uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeTypeRetired(uint32 badgeType)
func ExpertiseBadgeBadgeTypeRetiredErrorID() common.Hash {
	return common.HexToHash("0x4254f9e7e91caabc9bab513ad9bfc17c178368ba9de3617db8b8ee74d8bf8208")
}

// UnpackBadgeTypeRetiredError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeTypeRetired(uint32 badgeType)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeTypeRetiredError(raw []byte) (*ExpertiseBadgeBadgeTypeRetired, error) {
	out := new(ExpertiseBadgeBadgeTypeRetired)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeTypeRetired", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeTypeTaken represents a BadgeTypeTaken error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeTypeTaken struct {
	BadgeType uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeTypeTaken(uint32 badgeType)
func ExpertiseBadgeBadgeTypeTakenErrorID() common.Hash {
	return common.HexToHash("0x4184c045879330ce3fc676e35c067101c35ef21004b6026d439ff2d1e066cc55")
}

// UnpackBadgeTypeTakenError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeTypeTaken(uint32 badgeType)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeTypeTakenError(raw []byte) (*ExpertiseBadgeBadgeTypeTaken, error) {
	out := new(ExpertiseBadgeBadgeTypeTaken)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeTypeTaken", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeTypeText represents a BadgeTypeText error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeTypeText struct {
	Text string
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeTypeText(string text)
func ExpertiseBadgeBadgeTypeTextErrorID() common.Hash {
	return common.HexToHash("0x78db44e4c97918de382fb8c503ee3e83bf57e4e4bc5fb17e9a5eb187f2fe5b8d")
}

// UnpackBadgeTypeTextError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeTypeText(string text)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeTypeTextError(raw []byte) (*ExpertiseBadgeBadgeTypeText, error) {
	out := new(ExpertiseBadgeBadgeTypeText)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeTypeText", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeTypeUnknown represents a BadgeTypeUnknown error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeTypeUnknown struct {
	BadgeType uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeTypeUnknown(uint32 badgeType)
func ExpertiseBadgeBadgeTypeUnknownErrorID() common.Hash {
	return common.HexToHash("0x8669ce137b7c17963ec64345722ab8d3b842e03ef178907a97316f8204e06772")
}

// UnpackBadgeTypeUnknownError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeTypeUnknown(uint32 badgeType)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeTypeUnknownError(raw []byte) (*ExpertiseBadgeBadgeTypeUnknown, error) {
	out := new(ExpertiseBadgeBadgeTypeUnknown)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeTypeUnknown", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeTypeValidity represents a BadgeTypeValidity error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeTypeValidity struct {
	BadgeType uint32
	Validity  uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeTypeValidity(uint32 badgeType, uint64 validity)
func ExpertiseBadgeBadgeTypeValidityErrorID() common.Hash {
	return common.HexToHash("0x5bee8b73d287e610602555c70e6737fc36cde376fed1c554e4c0e81da03ca2df")
}

// UnpackBadgeTypeValidityError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeTypeValidity(uint32 badgeType, uint64 validity)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeTypeValidityError(raw []byte) (*ExpertiseBadgeBadgeTypeValidity, error) {
	out := new(ExpertiseBadgeBadgeTypeValidity)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeTypeValidity", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeTypeWithoutLevels represents a BadgeTypeWithoutLevels error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeTypeWithoutLevels struct {
	BadgeType uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeTypeWithoutLevels(uint32 badgeType)
func ExpertiseBadgeBadgeTypeWithoutLevelsErrorID() common.Hash {
	return common.HexToHash("0xdab254f541a68f9d95c66620da4854f966daf1bd6989004acead43f559b045c4")
}

// UnpackBadgeTypeWithoutLevelsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeTypeWithoutLevels(uint32 badgeType)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeTypeWithoutLevelsError(raw []byte) (*ExpertiseBadgeBadgeTypeWithoutLevels, error) {
	out := new(ExpertiseBadgeBadgeTypeWithoutLevels)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeTypeWithoutLevels", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeBadgeUnknown represents a BadgeUnknown error raised by the ExpertiseBadge contract.
type ExpertiseBadgeBadgeUnknown struct {
	Id *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadgeUnknown(uint256 id)
func ExpertiseBadgeBadgeUnknownErrorID() common.Hash {
	return common.HexToHash("0x86c4658fc4148363b3da0387ee390e43836f915c68e77d88c38b600e40637e88")
}

// UnpackBadgeUnknownError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadgeUnknown(uint256 id)
func (expertiseBadge *ExpertiseBadge) UnpackBadgeUnknownError(raw []byte) (*ExpertiseBadgeBadgeUnknown, error) {
	out := new(ExpertiseBadgeBadgeUnknown)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "BadgeUnknown", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeInvalidShortString represents a InvalidShortString error raised by the ExpertiseBadge contract.
type ExpertiseBadgeInvalidShortString struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidShortString()
func ExpertiseBadgeInvalidShortStringErrorID() common.Hash {
	return common.HexToHash("0xb3512b0c6163e5f0bafab72bb631b9d58cd7a731b082f910338aa21c83d5c274")
}

// UnpackInvalidShortStringError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidShortString()
func (expertiseBadge *ExpertiseBadge) UnpackInvalidShortStringError(raw []byte) (*ExpertiseBadgeInvalidShortString, error) {
	out := new(ExpertiseBadgeInvalidShortString)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "InvalidShortString", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeOwnableInvalidOwner represents a OwnableInvalidOwner error raised by the ExpertiseBadge contract.
type ExpertiseBadgeOwnableInvalidOwner struct {
	Owner common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableInvalidOwner(address owner)
func ExpertiseBadgeOwnableInvalidOwnerErrorID() common.Hash {
	return common.HexToHash("0x1e4fbdf7f3ef8bcaa855599e3abf48b232380f183f08f6f813d9ffa5bd585188")
}

// UnpackOwnableInvalidOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableInvalidOwner(address owner)
func (expertiseBadge *ExpertiseBadge) UnpackOwnableInvalidOwnerError(raw []byte) (*ExpertiseBadgeOwnableInvalidOwner, error) {
	out := new(ExpertiseBadgeOwnableInvalidOwner)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "OwnableInvalidOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeOwnableUnauthorizedAccount represents a OwnableUnauthorizedAccount error raised by the ExpertiseBadge contract.
type ExpertiseBadgeOwnableUnauthorizedAccount struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func ExpertiseBadgeOwnableUnauthorizedAccountErrorID() common.Hash {
	return common.HexToHash("0x118cdaa7a341953d1887a2245fd6665d741c67c8c50581daa59e1d03373fa188")
}

// UnpackOwnableUnauthorizedAccountError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func (expertiseBadge *ExpertiseBadge) UnpackOwnableUnauthorizedAccountError(raw []byte) (*ExpertiseBadgeOwnableUnauthorizedAccount, error) {
	out := new(ExpertiseBadgeOwnableUnauthorizedAccount)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "OwnableUnauthorizedAccount", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ExpertiseBadgeStringTooLong represents a StringTooLong error raised by the ExpertiseBadge contract.
type ExpertiseBadgeStringTooLong struct {
	Str string
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error StringTooLong(string str)
func ExpertiseBadgeStringTooLongErrorID() common.Hash {
	return common.HexToHash("0x305a27a93f8e33b7392df0a0f91d6fc63847395853c45991eec52dbf24d72381")
}

// UnpackStringTooLongError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error StringTooLong(string str)
func (expertiseBadge *ExpertiseBadge) UnpackStringTooLongError(raw []byte) (*ExpertiseBadgeStringTooLong, error) {
	out := new(ExpertiseBadgeStringTooLong)
	if err := expertiseBadge.abi.UnpackIntoInterface(out, "StringTooLong", raw); err != nil {
		return nil, err
	}
	return out, nil
}
