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

// AnchorMetaData contains all meta data concerning the Anchor contract.
var AnchorMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"owner_\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"sender_\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"genesis\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"GENESIS\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"MAX_STEP\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"SLOTS\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"acceptOwnership\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"acceptSender\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"anchor\",\"inputs\":[{\"name\":\"root\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"size\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"isAnchored\",\"inputs\":[{\"name\":\"root\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"size\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"slot\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"latest\",\"inputs\":[],\"outputs\":[{\"name\":\"size\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"count\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"leafHash\",\"inputs\":[{\"name\":\"entry\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"owner\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"pendingOwner\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"post\",\"inputs\":[{\"name\":\"subject\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"message\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"proposeSender\",\"inputs\":[{\"name\":\"next\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"proposedSender\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"renounceOwnership\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"sender\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"slotAt\",\"inputs\":[{\"name\":\"slot\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"transferOwnership\",\"inputs\":[{\"name\":\"newOwner\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"verify\",\"inputs\":[{\"name\":\"leaf\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"index\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"proof\",\"type\":\"bytes32[]\",\"internalType\":\"bytes32[]\"},{\"name\":\"size\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"root\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"slot\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"event\",\"name\":\"Anchored\",\"inputs\":[{\"name\":\"sequence\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"size\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"root\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"OwnershipTransferStarted\",\"inputs\":[{\"name\":\"previousOwner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"newOwner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"OwnershipTransferred\",\"inputs\":[{\"name\":\"previousOwner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"newOwner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Posted\",\"inputs\":[{\"name\":\"subject\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"message\",\"type\":\"bytes\",\"indexed\":false,\"internalType\":\"bytes\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"SenderChanged\",\"inputs\":[{\"name\":\"previous\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"sender\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"SenderProposed\",\"inputs\":[{\"name\":\"sender\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"AnchorGenesisZero\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"AnchorNotProposed\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"AnchorNotSender\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"AnchorOwnerRequired\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"AnchorPost\",\"inputs\":[{\"name\":\"length\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"AnchorSenderZero\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"AnchorSize\",\"inputs\":[{\"name\":\"size\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"current\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"AnchorSlot\",\"inputs\":[{\"name\":\"slot\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"OwnableInvalidOwner\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"OwnableUnauthorizedAccount\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}]}]",
	ID:  "Anchor",
	Bin: "0x60a03461015057601f610f4638819003918201601f19168301916001600160401b03831184841017610154578084926060946040528339810103126101505761004781610168565b604061005560208401610168565b9201516001600160a01b0390911691821561013d57600180546001600160a01b03199081169091555f80549182168517815560405194916001600160a01b0316907f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e09080a36001600160a01b031690811561012e57801561011f57608052600280546001600160a01b031916821790555f7f08cd4d62e4ca953e65799ba393cbfa0327e48de466bfe4ca6efd7a1bfc3fdac58180a3610dc9908161017d8239608051816105d00152f35b63489c9d1360e01b5f5260045ffd5b633d02fbe160e21b5f5260045ffd5b631e4fbdf760e01b5f525f60045260245ffd5b5f80fd5b634e487b7160e01b5f52604160045260245ffd5b51906001600160a01b03821682036101505756fe6080806040526004361015610012575f80fd5b5f3560e01c9081633d3affbd14610aa25750806343a860f4146109e757806352bfe789146109b55780635e8b3d901461097a57806367e404ce14610947578063715018a61461090f57806379ba5097146108275780638da5cb5b146107f55780639696ef66146107da578063a7e003c714610750578063ac764322146106be578063ae9243c2146105f3578063b7dec1b7146105b9578063d0b1d51214610593578063db2c4aca14610322578063e30c3978146102ef578063ef6f70f7146101b2578063f2fde38b146101105763f45e2180146100ed575f80fd5b3461010c575f60031936011261010c5760206040516401000000008152f35b5f80fd5b3461010c57602060031936011261010c5760043573ffffffffffffffffffffffffffffffffffffffff811680910361010c5761014a610ba5565b807fffffffffffffffffffffffff0000000000000000000000000000000000000000600154161760015573ffffffffffffffffffffffffffffffffffffffff5f54167f38d16b8cac22d99fc7c124b9cd0de2d3fa1faef420bfe791d8c362d765e227005f80a3005b3461010c5760c060031936011261010c576101cb610b00565b60443567ffffffffffffffff811161010c573660238201121561010c5780600401359067ffffffffffffffff821161010c573660248360051b8301011161010c576064359167ffffffffffffffff83169081840361010c57608435918067ffffffffffffffff87161094856102cf575b508461024f575b6020856040519015158152f35b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff9192939450019367ffffffffffffffff85116102a2576020946024610299950191600435610bd5565b82808080610242565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b9094506102e76102e060a435610b3a565b9184610b75565b14938661023b565b3461010c575f60031936011261010c57602073ffffffffffffffffffffffffffffffffffffffff60015416604051908152f35b3461010c57604060031936011261010c5760043561033e610b00565b6040516060810181811067ffffffffffffffff821117610566576040526002549073ffffffffffffffffffffffffffffffffffffffff821693848252602082019467ffffffffffffffff8460a01c168652604083019360e01c8452330361053a5767ffffffffffffffff8551169467ffffffffffffffff8516958087119081159161050f575b506104d3578351603f6103de63ffffffff83169785610b75565b911660408110156104a65760040155858152600185019063ffffffff82116102a25763ffffffff82169094529151925160a01b7bffffffffffffffff00000000000000000000000000000000000000001673ffffffffffffffffffffffffffffffffffffffff939093169290921760e09190911b7fffffffff0000000000000000000000000000000000000000000000000000000016176002556040519081527fb1c419124cb1add6c4d8f6805fcca730b17c21a51f24f6fdcb437d6866b3d9c690602090a3005b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b67ffffffffffffffff86915116907f4b423be1000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b9050860367ffffffffffffffff81116102a25767ffffffffffffffff640100000000911611876103c4565b7fa91a7899000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b3461010c57602060031936011261010c5760206105b1600435610b3a565b604051908152f35b3461010c575f60031936011261010c5760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b3461010c575f60031936011261010c5760035473ffffffffffffffffffffffffffffffffffffffff81163303610692577fffffffffffffffffffffffff00000000000000000000000000000000000000006002549133828416176002551660035573ffffffffffffffffffffffffffffffffffffffff3391167f08cd4d62e4ca953e65799ba393cbfa0327e48de466bfe4ca6efd7a1bfc3fdac55f80a3005b7f84417d8b000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b3461010c57602060031936011261010c5760043567ffffffffffffffff811161010c575f6106f26020923690600401610ad2565b61071e60216040518381948883019688885284840137810186838201520301601f198101835282610b17565b604051918291518091835e8101838152039060025afa156107455760205f51604051908152f35b6040513d5f823e3d90fd5b3461010c57602060031936011261010c5760043573ffffffffffffffffffffffffffffffffffffffff811680910361010c5761078a610ba5565b807fffffffffffffffffffffffff000000000000000000000000000000000000000060035416176003557fe064bf55dc4361f10b281c5971279a801f0060ee2c2860f8c3faa24a11d43b775f80a2005b3461010c575f60031936011261010c57602060405160408152f35b3461010c575f60031936011261010c57602073ffffffffffffffffffffffffffffffffffffffff5f5416604051908152f35b3461010c575f60031936011261010c576001543373ffffffffffffffffffffffffffffffffffffffff8216036108e3577fffffffffffffffffffffffff0000000000000000000000000000000000000000166001555f54337fffffffffffffffffffffffff00000000000000000000000000000000000000008216175f5573ffffffffffffffffffffffffffffffffffffffff3391167f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e05f80a3005b7f118cdaa7000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b3461010c575f60031936011261010c577f0b874475000000000000000000000000000000000000000000000000000000005f5260045ffd5b3461010c575f60031936011261010c57602073ffffffffffffffffffffffffffffffffffffffff60025416604051908152f35b3461010c57606060031936011261010c576020610995610b00565b6109ac6109a3604435610b3a565b91600435610b75565b14604051908152f35b3461010c575f60031936011261010c57604060025481519067ffffffffffffffff8160a01c16825260e01c6020820152f35b3461010c57604060031936011261010c5760243567ffffffffffffffff811161010c57610a18903690600401610ad2565b906120008211610a76577f15b84d0ddd30f8abfb38fbfaf8c1e39c3288e971a44a94d2b1b1334316a9b2d99082604051916020835281602084015260408301375f60408483010152604081601f19601f6004359601168101030190a2005b507f2ed663ae000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b3461010c575f60031936011261010c5760209073ffffffffffffffffffffffffffffffffffffffff600354168152f35b9181601f8401121561010c5782359167ffffffffffffffff831161010c576020838186019501011161010c57565b6024359067ffffffffffffffff8216820361010c57565b90601f601f19910116810190811067ffffffffffffffff82111761056657604052565b6040811015610b4a576004015490565b7fa97f6700000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b9067ffffffffffffffff604051916020830193845216604082015260408152610b9f606082610b17565b51902090565b73ffffffffffffffffffffffffffffffffffffffff5f541633036108e357565b91908110156104a65760051b0190565b94939291925f925b818410610c04575050505067ffffffffffffffff16159182610bfe57505090565b14919050565b90929567ffffffffffffffff859895969396168015610dbc57600180881614908115610da8575b5015610d1b575f602091610c89610c97610c468b8988610bc5565b3592604051928391878301958690916041927f01000000000000000000000000000000000000000000000000000000000000008352600183015260218201520190565b03601f198101835282610b17565b604051918291518091835e8101838152039060025afa15610745575f519296945b600181161580610d08575b15610ce257677fffffffffffffff809160011c169560011c1694610cb8565b677fffffffffffffff8060019299939497959896995b831c1694821c1694019291610bdd565b5067ffffffffffffffff81161515610cc3565b5f602091610c89610d79610d378b8988999c9d9b9e9a98610bc5565b35604051928391878301958690916041927f01000000000000000000000000000000000000000000000000000000000000008352600183015260218201520190565b604051918291518091835e8101838152039060025afa15610745576001677fffffffffffffff805f5198610cf8565b905067ffffffffffffffff8716145f610c2b565b5050505050925050505f9056",
}

// Anchor is an auto generated Go binding around an Ethereum contract.
type Anchor struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Anchor) GetABI() abi.ABI {
	return c.abi
}

// NewAnchor creates a new instance of Anchor.
func NewAnchor() *Anchor {
	parsed, err := AnchorMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Anchor{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Anchor) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address owner_, address sender_, bytes32 genesis) returns()
func (anchor *Anchor) PackConstructor(owner_ common.Address, sender_ common.Address, genesis [32]byte) []byte {
	enc, err := anchor.abi.Pack("", owner_, sender_, genesis)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackGENESIS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb7dec1b7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function GENESIS() view returns(bytes32)
func (anchor *Anchor) PackGENESIS() []byte {
	enc, err := anchor.abi.Pack("GENESIS")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGENESIS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb7dec1b7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function GENESIS() view returns(bytes32)
func (anchor *Anchor) TryPackGENESIS() ([]byte, error) {
	return anchor.abi.Pack("GENESIS")
}

// UnpackGENESIS is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb7dec1b7.
//
// Solidity: function GENESIS() view returns(bytes32)
func (anchor *Anchor) UnpackGENESIS(data []byte) ([32]byte, error) {
	out, err := anchor.abi.Unpack("GENESIS", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackMAXSTEP is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf45e2180.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function MAX_STEP() view returns(uint64)
func (anchor *Anchor) PackMAXSTEP() []byte {
	enc, err := anchor.abi.Pack("MAX_STEP")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMAXSTEP is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf45e2180.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function MAX_STEP() view returns(uint64)
func (anchor *Anchor) TryPackMAXSTEP() ([]byte, error) {
	return anchor.abi.Pack("MAX_STEP")
}

// UnpackMAXSTEP is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf45e2180.
//
// Solidity: function MAX_STEP() view returns(uint64)
func (anchor *Anchor) UnpackMAXSTEP(data []byte) (uint64, error) {
	out, err := anchor.abi.Unpack("MAX_STEP", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackSLOTS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9696ef66.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function SLOTS() view returns(uint256)
func (anchor *Anchor) PackSLOTS() []byte {
	enc, err := anchor.abi.Pack("SLOTS")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSLOTS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9696ef66.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function SLOTS() view returns(uint256)
func (anchor *Anchor) TryPackSLOTS() ([]byte, error) {
	return anchor.abi.Pack("SLOTS")
}

// UnpackSLOTS is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9696ef66.
//
// Solidity: function SLOTS() view returns(uint256)
func (anchor *Anchor) UnpackSLOTS(data []byte) (*big.Int, error) {
	out, err := anchor.abi.Unpack("SLOTS", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackAcceptOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x79ba5097.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function acceptOwnership() returns()
func (anchor *Anchor) PackAcceptOwnership() []byte {
	enc, err := anchor.abi.Pack("acceptOwnership")
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
func (anchor *Anchor) TryPackAcceptOwnership() ([]byte, error) {
	return anchor.abi.Pack("acceptOwnership")
}

// PackAcceptSender is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xae9243c2.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function acceptSender() returns()
func (anchor *Anchor) PackAcceptSender() []byte {
	enc, err := anchor.abi.Pack("acceptSender")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAcceptSender is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xae9243c2.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function acceptSender() returns()
func (anchor *Anchor) TryPackAcceptSender() ([]byte, error) {
	return anchor.abi.Pack("acceptSender")
}

// PackAnchor is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdb2c4aca.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function anchor(bytes32 root, uint64 size) returns()
func (anchor *Anchor) PackAnchor(root [32]byte, size uint64) []byte {
	enc, err := anchor.abi.Pack("anchor", root, size)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAnchor is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdb2c4aca.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function anchor(bytes32 root, uint64 size) returns()
func (anchor *Anchor) TryPackAnchor(root [32]byte, size uint64) ([]byte, error) {
	return anchor.abi.Pack("anchor", root, size)
}

// PackIsAnchored is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5e8b3d90.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isAnchored(bytes32 root, uint64 size, uint256 slot) view returns(bool)
func (anchor *Anchor) PackIsAnchored(root [32]byte, size uint64, slot *big.Int) []byte {
	enc, err := anchor.abi.Pack("isAnchored", root, size, slot)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsAnchored is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5e8b3d90.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isAnchored(bytes32 root, uint64 size, uint256 slot) view returns(bool)
func (anchor *Anchor) TryPackIsAnchored(root [32]byte, size uint64, slot *big.Int) ([]byte, error) {
	return anchor.abi.Pack("isAnchored", root, size, slot)
}

// UnpackIsAnchored is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5e8b3d90.
//
// Solidity: function isAnchored(bytes32 root, uint64 size, uint256 slot) view returns(bool)
func (anchor *Anchor) UnpackIsAnchored(data []byte) (bool, error) {
	out, err := anchor.abi.Unpack("isAnchored", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackLatest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x52bfe789.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function latest() view returns(uint64 size, uint64 count)
func (anchor *Anchor) PackLatest() []byte {
	enc, err := anchor.abi.Pack("latest")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLatest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x52bfe789.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function latest() view returns(uint64 size, uint64 count)
func (anchor *Anchor) TryPackLatest() ([]byte, error) {
	return anchor.abi.Pack("latest")
}

// LatestOutput serves as a container for the return parameters of contract
// method Latest.
type LatestOutput struct {
	Size  uint64
	Count uint64
}

// UnpackLatest is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x52bfe789.
//
// Solidity: function latest() view returns(uint64 size, uint64 count)
func (anchor *Anchor) UnpackLatest(data []byte) (LatestOutput, error) {
	out, err := anchor.abi.Unpack("latest", data)
	outstruct := new(LatestOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Size = *abi.ConvertType(out[0], new(uint64)).(*uint64)
	outstruct.Count = *abi.ConvertType(out[1], new(uint64)).(*uint64)
	return *outstruct, nil
}

// PackLeafHash is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xac764322.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function leafHash(bytes entry) pure returns(bytes32)
func (anchor *Anchor) PackLeafHash(entry []byte) []byte {
	enc, err := anchor.abi.Pack("leafHash", entry)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLeafHash is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xac764322.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function leafHash(bytes entry) pure returns(bytes32)
func (anchor *Anchor) TryPackLeafHash(entry []byte) ([]byte, error) {
	return anchor.abi.Pack("leafHash", entry)
}

// UnpackLeafHash is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xac764322.
//
// Solidity: function leafHash(bytes entry) pure returns(bytes32)
func (anchor *Anchor) UnpackLeafHash(data []byte) ([32]byte, error) {
	out, err := anchor.abi.Unpack("leafHash", data)
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
func (anchor *Anchor) PackOwner() []byte {
	enc, err := anchor.abi.Pack("owner")
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
func (anchor *Anchor) TryPackOwner() ([]byte, error) {
	return anchor.abi.Pack("owner")
}

// UnpackOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8da5cb5b.
//
// Solidity: function owner() view returns(address)
func (anchor *Anchor) UnpackOwner(data []byte) (common.Address, error) {
	out, err := anchor.abi.Unpack("owner", data)
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
func (anchor *Anchor) PackPendingOwner() []byte {
	enc, err := anchor.abi.Pack("pendingOwner")
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
func (anchor *Anchor) TryPackPendingOwner() ([]byte, error) {
	return anchor.abi.Pack("pendingOwner")
}

// UnpackPendingOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe30c3978.
//
// Solidity: function pendingOwner() view returns(address)
func (anchor *Anchor) UnpackPendingOwner(data []byte) (common.Address, error) {
	out, err := anchor.abi.Unpack("pendingOwner", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackPost is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x43a860f4.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function post(bytes32 subject, bytes message) returns()
func (anchor *Anchor) PackPost(subject [32]byte, message []byte) []byte {
	enc, err := anchor.abi.Pack("post", subject, message)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPost is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x43a860f4.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function post(bytes32 subject, bytes message) returns()
func (anchor *Anchor) TryPackPost(subject [32]byte, message []byte) ([]byte, error) {
	return anchor.abi.Pack("post", subject, message)
}

// PackProposeSender is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa7e003c7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function proposeSender(address next) returns()
func (anchor *Anchor) PackProposeSender(next common.Address) []byte {
	enc, err := anchor.abi.Pack("proposeSender", next)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackProposeSender is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa7e003c7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function proposeSender(address next) returns()
func (anchor *Anchor) TryPackProposeSender(next common.Address) ([]byte, error) {
	return anchor.abi.Pack("proposeSender", next)
}

// PackProposedSender is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3d3affbd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function proposedSender() view returns(address)
func (anchor *Anchor) PackProposedSender() []byte {
	enc, err := anchor.abi.Pack("proposedSender")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackProposedSender is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3d3affbd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function proposedSender() view returns(address)
func (anchor *Anchor) TryPackProposedSender() ([]byte, error) {
	return anchor.abi.Pack("proposedSender")
}

// UnpackProposedSender is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x3d3affbd.
//
// Solidity: function proposedSender() view returns(address)
func (anchor *Anchor) UnpackProposedSender(data []byte) (common.Address, error) {
	out, err := anchor.abi.Unpack("proposedSender", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackRenounceOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x715018a6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function renounceOwnership() pure returns()
func (anchor *Anchor) PackRenounceOwnership() []byte {
	enc, err := anchor.abi.Pack("renounceOwnership")
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
func (anchor *Anchor) TryPackRenounceOwnership() ([]byte, error) {
	return anchor.abi.Pack("renounceOwnership")
}

// PackSender is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x67e404ce.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function sender() view returns(address)
func (anchor *Anchor) PackSender() []byte {
	enc, err := anchor.abi.Pack("sender")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSender is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x67e404ce.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function sender() view returns(address)
func (anchor *Anchor) TryPackSender() ([]byte, error) {
	return anchor.abi.Pack("sender")
}

// UnpackSender is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x67e404ce.
//
// Solidity: function sender() view returns(address)
func (anchor *Anchor) UnpackSender(data []byte) (common.Address, error) {
	out, err := anchor.abi.Unpack("sender", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackSlotAt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd0b1d512.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function slotAt(uint256 slot) view returns(bytes32)
func (anchor *Anchor) PackSlotAt(slot *big.Int) []byte {
	enc, err := anchor.abi.Pack("slotAt", slot)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSlotAt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd0b1d512.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function slotAt(uint256 slot) view returns(bytes32)
func (anchor *Anchor) TryPackSlotAt(slot *big.Int) ([]byte, error) {
	return anchor.abi.Pack("slotAt", slot)
}

// UnpackSlotAt is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd0b1d512.
//
// Solidity: function slotAt(uint256 slot) view returns(bytes32)
func (anchor *Anchor) UnpackSlotAt(data []byte) ([32]byte, error) {
	out, err := anchor.abi.Unpack("slotAt", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackTransferOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2fde38b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transferOwnership(address newOwner) returns()
func (anchor *Anchor) PackTransferOwnership(newOwner common.Address) []byte {
	enc, err := anchor.abi.Pack("transferOwnership", newOwner)
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
func (anchor *Anchor) TryPackTransferOwnership(newOwner common.Address) ([]byte, error) {
	return anchor.abi.Pack("transferOwnership", newOwner)
}

// PackVerify is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xef6f70f7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function verify(bytes32 leaf, uint64 index, bytes32[] proof, uint64 size, bytes32 root, uint256 slot) view returns(bool)
func (anchor *Anchor) PackVerify(leaf [32]byte, index uint64, proof [][32]byte, size uint64, root [32]byte, slot *big.Int) []byte {
	enc, err := anchor.abi.Pack("verify", leaf, index, proof, size, root, slot)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackVerify is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xef6f70f7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function verify(bytes32 leaf, uint64 index, bytes32[] proof, uint64 size, bytes32 root, uint256 slot) view returns(bool)
func (anchor *Anchor) TryPackVerify(leaf [32]byte, index uint64, proof [][32]byte, size uint64, root [32]byte, slot *big.Int) ([]byte, error) {
	return anchor.abi.Pack("verify", leaf, index, proof, size, root, slot)
}

// UnpackVerify is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xef6f70f7.
//
// Solidity: function verify(bytes32 leaf, uint64 index, bytes32[] proof, uint64 size, bytes32 root, uint256 slot) view returns(bool)
func (anchor *Anchor) UnpackVerify(data []byte) (bool, error) {
	out, err := anchor.abi.Unpack("verify", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// AnchorAnchored represents a Anchored event raised by the Anchor contract.
type AnchorAnchored struct {
	Sequence uint64
	Size     uint64
	Root     [32]byte
	Raw      *types.Log // Blockchain specific contextual infos
}

const AnchorAnchoredEventName = "Anchored"

// ContractEventName returns the user-defined event name.
func (AnchorAnchored) ContractEventName() string {
	return AnchorAnchoredEventName
}

// UnpackAnchoredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Anchored(uint64 indexed sequence, uint64 indexed size, bytes32 root)
func (anchor *Anchor) UnpackAnchoredEvent(log *types.Log) (*AnchorAnchored, error) {
	event := "Anchored"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != anchor.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(AnchorAnchored)
	if len(log.Data) > 0 {
		if err := anchor.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range anchor.abi.Events[event].Inputs {
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

// AnchorOwnershipTransferStarted represents a OwnershipTransferStarted event raised by the Anchor contract.
type AnchorOwnershipTransferStarted struct {
	PreviousOwner common.Address
	NewOwner      common.Address
	Raw           *types.Log // Blockchain specific contextual infos
}

const AnchorOwnershipTransferStartedEventName = "OwnershipTransferStarted"

// ContractEventName returns the user-defined event name.
func (AnchorOwnershipTransferStarted) ContractEventName() string {
	return AnchorOwnershipTransferStartedEventName
}

// UnpackOwnershipTransferStartedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OwnershipTransferStarted(address indexed previousOwner, address indexed newOwner)
func (anchor *Anchor) UnpackOwnershipTransferStartedEvent(log *types.Log) (*AnchorOwnershipTransferStarted, error) {
	event := "OwnershipTransferStarted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != anchor.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(AnchorOwnershipTransferStarted)
	if len(log.Data) > 0 {
		if err := anchor.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range anchor.abi.Events[event].Inputs {
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

// AnchorOwnershipTransferred represents a OwnershipTransferred event raised by the Anchor contract.
type AnchorOwnershipTransferred struct {
	PreviousOwner common.Address
	NewOwner      common.Address
	Raw           *types.Log // Blockchain specific contextual infos
}

const AnchorOwnershipTransferredEventName = "OwnershipTransferred"

// ContractEventName returns the user-defined event name.
func (AnchorOwnershipTransferred) ContractEventName() string {
	return AnchorOwnershipTransferredEventName
}

// UnpackOwnershipTransferredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OwnershipTransferred(address indexed previousOwner, address indexed newOwner)
func (anchor *Anchor) UnpackOwnershipTransferredEvent(log *types.Log) (*AnchorOwnershipTransferred, error) {
	event := "OwnershipTransferred"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != anchor.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(AnchorOwnershipTransferred)
	if len(log.Data) > 0 {
		if err := anchor.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range anchor.abi.Events[event].Inputs {
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

// AnchorPosted represents a Posted event raised by the Anchor contract.
type AnchorPosted struct {
	Subject [32]byte
	Message []byte
	Raw     *types.Log // Blockchain specific contextual infos
}

const AnchorPostedEventName = "Posted"

// ContractEventName returns the user-defined event name.
func (AnchorPosted) ContractEventName() string {
	return AnchorPostedEventName
}

// UnpackPostedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Posted(bytes32 indexed subject, bytes message)
func (anchor *Anchor) UnpackPostedEvent(log *types.Log) (*AnchorPosted, error) {
	event := "Posted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != anchor.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(AnchorPosted)
	if len(log.Data) > 0 {
		if err := anchor.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range anchor.abi.Events[event].Inputs {
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

// AnchorSenderChanged represents a SenderChanged event raised by the Anchor contract.
type AnchorSenderChanged struct {
	Previous common.Address
	Sender   common.Address
	Raw      *types.Log // Blockchain specific contextual infos
}

const AnchorSenderChangedEventName = "SenderChanged"

// ContractEventName returns the user-defined event name.
func (AnchorSenderChanged) ContractEventName() string {
	return AnchorSenderChangedEventName
}

// UnpackSenderChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event SenderChanged(address indexed previous, address indexed sender)
func (anchor *Anchor) UnpackSenderChangedEvent(log *types.Log) (*AnchorSenderChanged, error) {
	event := "SenderChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != anchor.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(AnchorSenderChanged)
	if len(log.Data) > 0 {
		if err := anchor.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range anchor.abi.Events[event].Inputs {
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

// AnchorSenderProposed represents a SenderProposed event raised by the Anchor contract.
type AnchorSenderProposed struct {
	Sender common.Address
	Raw    *types.Log // Blockchain specific contextual infos
}

const AnchorSenderProposedEventName = "SenderProposed"

// ContractEventName returns the user-defined event name.
func (AnchorSenderProposed) ContractEventName() string {
	return AnchorSenderProposedEventName
}

// UnpackSenderProposedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event SenderProposed(address indexed sender)
func (anchor *Anchor) UnpackSenderProposedEvent(log *types.Log) (*AnchorSenderProposed, error) {
	event := "SenderProposed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != anchor.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(AnchorSenderProposed)
	if len(log.Data) > 0 {
		if err := anchor.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range anchor.abi.Events[event].Inputs {
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
func (anchor *Anchor) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], anchor.abi.Errors["AnchorGenesisZero"].ID.Bytes()[:4]) {
		return anchor.UnpackAnchorGenesisZeroError(raw[4:])
	}
	if bytes.Equal(raw[:4], anchor.abi.Errors["AnchorNotProposed"].ID.Bytes()[:4]) {
		return anchor.UnpackAnchorNotProposedError(raw[4:])
	}
	if bytes.Equal(raw[:4], anchor.abi.Errors["AnchorNotSender"].ID.Bytes()[:4]) {
		return anchor.UnpackAnchorNotSenderError(raw[4:])
	}
	if bytes.Equal(raw[:4], anchor.abi.Errors["AnchorOwnerRequired"].ID.Bytes()[:4]) {
		return anchor.UnpackAnchorOwnerRequiredError(raw[4:])
	}
	if bytes.Equal(raw[:4], anchor.abi.Errors["AnchorPost"].ID.Bytes()[:4]) {
		return anchor.UnpackAnchorPostError(raw[4:])
	}
	if bytes.Equal(raw[:4], anchor.abi.Errors["AnchorSenderZero"].ID.Bytes()[:4]) {
		return anchor.UnpackAnchorSenderZeroError(raw[4:])
	}
	if bytes.Equal(raw[:4], anchor.abi.Errors["AnchorSize"].ID.Bytes()[:4]) {
		return anchor.UnpackAnchorSizeError(raw[4:])
	}
	if bytes.Equal(raw[:4], anchor.abi.Errors["AnchorSlot"].ID.Bytes()[:4]) {
		return anchor.UnpackAnchorSlotError(raw[4:])
	}
	if bytes.Equal(raw[:4], anchor.abi.Errors["OwnableInvalidOwner"].ID.Bytes()[:4]) {
		return anchor.UnpackOwnableInvalidOwnerError(raw[4:])
	}
	if bytes.Equal(raw[:4], anchor.abi.Errors["OwnableUnauthorizedAccount"].ID.Bytes()[:4]) {
		return anchor.UnpackOwnableUnauthorizedAccountError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// AnchorAnchorGenesisZero represents a AnchorGenesisZero error raised by the Anchor contract.
type AnchorAnchorGenesisZero struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AnchorGenesisZero()
func AnchorAnchorGenesisZeroErrorID() common.Hash {
	return common.HexToHash("0x489c9d1389849bf50f4487672b4908f66980e209b0b16a8d792b07ee82968444")
}

// UnpackAnchorGenesisZeroError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AnchorGenesisZero()
func (anchor *Anchor) UnpackAnchorGenesisZeroError(raw []byte) (*AnchorAnchorGenesisZero, error) {
	out := new(AnchorAnchorGenesisZero)
	if err := anchor.abi.UnpackIntoInterface(out, "AnchorGenesisZero", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// AnchorAnchorNotProposed represents a AnchorNotProposed error raised by the Anchor contract.
type AnchorAnchorNotProposed struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AnchorNotProposed(address account)
func AnchorAnchorNotProposedErrorID() common.Hash {
	return common.HexToHash("0x84417d8bbedf18a40cf92794710bce2b8cf3c9d51f31eadacf6846736dddf2a7")
}

// UnpackAnchorNotProposedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AnchorNotProposed(address account)
func (anchor *Anchor) UnpackAnchorNotProposedError(raw []byte) (*AnchorAnchorNotProposed, error) {
	out := new(AnchorAnchorNotProposed)
	if err := anchor.abi.UnpackIntoInterface(out, "AnchorNotProposed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// AnchorAnchorNotSender represents a AnchorNotSender error raised by the Anchor contract.
type AnchorAnchorNotSender struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AnchorNotSender(address account)
func AnchorAnchorNotSenderErrorID() common.Hash {
	return common.HexToHash("0xa91a78990d95091d190f4884d1e67f3fa281c207988ba530fe987bffc00d533f")
}

// UnpackAnchorNotSenderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AnchorNotSender(address account)
func (anchor *Anchor) UnpackAnchorNotSenderError(raw []byte) (*AnchorAnchorNotSender, error) {
	out := new(AnchorAnchorNotSender)
	if err := anchor.abi.UnpackIntoInterface(out, "AnchorNotSender", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// AnchorAnchorOwnerRequired represents a AnchorOwnerRequired error raised by the Anchor contract.
type AnchorAnchorOwnerRequired struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AnchorOwnerRequired()
func AnchorAnchorOwnerRequiredErrorID() common.Hash {
	return common.HexToHash("0x0b8744750f5c53c3318d054d54ea214b0a5edf25405e40846a388fcf5cd53c79")
}

// UnpackAnchorOwnerRequiredError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AnchorOwnerRequired()
func (anchor *Anchor) UnpackAnchorOwnerRequiredError(raw []byte) (*AnchorAnchorOwnerRequired, error) {
	out := new(AnchorAnchorOwnerRequired)
	if err := anchor.abi.UnpackIntoInterface(out, "AnchorOwnerRequired", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// AnchorAnchorPost represents a AnchorPost error raised by the Anchor contract.
type AnchorAnchorPost struct {
	Length *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AnchorPost(uint256 length)
func AnchorAnchorPostErrorID() common.Hash {
	return common.HexToHash("0x2ed663ae609a6b20eb5816956dd8aafe7aad15a0b7069e8c90caf93be40aea36")
}

// UnpackAnchorPostError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AnchorPost(uint256 length)
func (anchor *Anchor) UnpackAnchorPostError(raw []byte) (*AnchorAnchorPost, error) {
	out := new(AnchorAnchorPost)
	if err := anchor.abi.UnpackIntoInterface(out, "AnchorPost", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// AnchorAnchorSenderZero represents a AnchorSenderZero error raised by the Anchor contract.
type AnchorAnchorSenderZero struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AnchorSenderZero()
func AnchorAnchorSenderZeroErrorID() common.Hash {
	return common.HexToHash("0xf40bef84458bfeea39d03c67532aea85bc0ffe4216411a02406c90e1a27f7c9b")
}

// UnpackAnchorSenderZeroError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AnchorSenderZero()
func (anchor *Anchor) UnpackAnchorSenderZeroError(raw []byte) (*AnchorAnchorSenderZero, error) {
	out := new(AnchorAnchorSenderZero)
	if err := anchor.abi.UnpackIntoInterface(out, "AnchorSenderZero", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// AnchorAnchorSize represents a AnchorSize error raised by the Anchor contract.
type AnchorAnchorSize struct {
	Size    uint64
	Current uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AnchorSize(uint64 size, uint64 current)
func AnchorAnchorSizeErrorID() common.Hash {
	return common.HexToHash("0x4b423be1be34a6cbd69aa6d6cd1b84bb7a8786c54f59b6926fe34c2c66bbdc6e")
}

// UnpackAnchorSizeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AnchorSize(uint64 size, uint64 current)
func (anchor *Anchor) UnpackAnchorSizeError(raw []byte) (*AnchorAnchorSize, error) {
	out := new(AnchorAnchorSize)
	if err := anchor.abi.UnpackIntoInterface(out, "AnchorSize", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// AnchorAnchorSlot represents a AnchorSlot error raised by the Anchor contract.
type AnchorAnchorSlot struct {
	Slot *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AnchorSlot(uint256 slot)
func AnchorAnchorSlotErrorID() common.Hash {
	return common.HexToHash("0xa97f6700867f6365f266e3799a4cfa3413d2500a94ff10cbe0040bca95a0c35f")
}

// UnpackAnchorSlotError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AnchorSlot(uint256 slot)
func (anchor *Anchor) UnpackAnchorSlotError(raw []byte) (*AnchorAnchorSlot, error) {
	out := new(AnchorAnchorSlot)
	if err := anchor.abi.UnpackIntoInterface(out, "AnchorSlot", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// AnchorOwnableInvalidOwner represents a OwnableInvalidOwner error raised by the Anchor contract.
type AnchorOwnableInvalidOwner struct {
	Owner common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableInvalidOwner(address owner)
func AnchorOwnableInvalidOwnerErrorID() common.Hash {
	return common.HexToHash("0x1e4fbdf7f3ef8bcaa855599e3abf48b232380f183f08f6f813d9ffa5bd585188")
}

// UnpackOwnableInvalidOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableInvalidOwner(address owner)
func (anchor *Anchor) UnpackOwnableInvalidOwnerError(raw []byte) (*AnchorOwnableInvalidOwner, error) {
	out := new(AnchorOwnableInvalidOwner)
	if err := anchor.abi.UnpackIntoInterface(out, "OwnableInvalidOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// AnchorOwnableUnauthorizedAccount represents a OwnableUnauthorizedAccount error raised by the Anchor contract.
type AnchorOwnableUnauthorizedAccount struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func AnchorOwnableUnauthorizedAccountErrorID() common.Hash {
	return common.HexToHash("0x118cdaa7a341953d1887a2245fd6665d741c67c8c50581daa59e1d03373fa188")
}

// UnpackOwnableUnauthorizedAccountError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func (anchor *Anchor) UnpackOwnableUnauthorizedAccountError(raw []byte) (*AnchorOwnableUnauthorizedAccount, error) {
	out := new(AnchorOwnableUnauthorizedAccount)
	if err := anchor.abi.UnpackIntoInterface(out, "OwnableUnauthorizedAccount", raw); err != nil {
		return nil, err
	}
	return out, nil
}
