// A foreign verifier: Go's x/mod (sumdb/note, sumdb/tlog) reads a log that Comity wrote, file by file, as a stranger would.
//
// Usage: verifier DIR VKEY. Prints the size and the root, exit 0; or one line on stderr, exit 1.
// x/mod names tiles tile/8/<level>/…; C2SP tlog-tiles leaves the 8 out, and an unfinished tile may be missing.
package main

import (
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height, width = 8, 256

type folder string

func (f folder) Height() int                             { return height }
func (f folder) SaveTiles(tiles []tlog.Tile, _ [][]byte) {}
func (f folder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var found [][]byte
	for _, tile := range tiles {
		data, err := f.read(tile)
		if err != nil {
			return nil, err
		}
		found = append(found, data)
	}
	return found, nil
}

func (f folder) read(tile tlog.Tile) ([]byte, error) {
	data, err := os.ReadFile(f.path(tile))
	if errors.Is(err, os.ErrNotExist) && tile.W < width {
		full := tile
		full.W = width
		if data, err = os.ReadFile(f.path(full)); err == nil && len(data) == width*tlog.HashSize {
			data = data[:tile.W*tlog.HashSize]
		}
	}
	if err == nil && len(data) != tile.W*tlog.HashSize {
		err = fmt.Errorf("%s has %d bytes", f.path(tile), len(data))
	}
	return data, err
}

func (f folder) path(tile tlog.Tile) string {
	return filepath.Join(string(f), "tile", strings.TrimPrefix(tile.Path(), "tile/8/"))
}

// entries reads bundle n of a tree; the path of a bundle is that of a level-0 tile with another first word.
func (f folder) entries(n, size int64) ([][]byte, error) {
	tile := tlog.Tile{H: height, L: 0, N: n, W: width}
	if size-n*width < width {
		tile.W = int(size - n*width)
	}
	data, err := os.ReadFile(strings.Replace(f.path(tile), "tile/0/", "tile/entries/", 1))
	if err != nil {
		return nil, err
	}
	var found [][]byte
	for len(data) > 0 {
		if len(data) < 2 || len(data) < 2+int(binary.BigEndian.Uint16(data)) {
			return nil, fmt.Errorf("bundle %d is cut off", n)
		}
		end := 2 + int(binary.BigEndian.Uint16(data))
		found, data = append(found, data[2:end]), data[end:]
	}
	if len(found) != tile.W {
		return nil, fmt.Errorf("bundle %d has %d entries", n, len(found))
	}
	return found, nil
}

func open(dir, vkey string) (tlog.Tree, error) {
	var tree tlog.Tree
	verifier, err := note.NewVerifier(vkey)
	if err != nil {
		return tree, err
	}
	data, err := os.ReadFile(filepath.Join(dir, "checkpoint"))
	if err != nil {
		return tree, err
	}
	head, err := note.Open(data, note.VerifierList(verifier))
	if err != nil {
		return tree, err
	}
	lines := strings.Split(head.Text, "\n")
	if len(lines) != 4 || lines[0] != verifier.Name() {
		return tree, errors.New("checkpoint is not three lines of this log")
	}
	if tree.N, err = strconv.ParseInt(lines[1], 10, 64); err != nil || strconv.FormatInt(tree.N, 10) != lines[1] {
		return tree, errors.New("checkpoint has no proper size")
	}
	root, err := base64.StdEncoding.DecodeString(lines[2])
	if err != nil || copy(tree.Hash[:], root) != tlog.HashSize || len(root) != tlog.HashSize {
		return tree, errors.New("checkpoint has no proper root")
	}
	return tree, nil
}

func verify(dir, vkey string) (tlog.Tree, error) {
	tree, err := open(dir, vkey)
	if err != nil {
		return tree, err
	}
	hashes := tlog.TileHashReader(tree, folder(dir))
	if root, err := tlog.TreeHash(tree.N, hashes); err != nil || root != tree.Hash {
		return tree, fmt.Errorf("root: %v", err)
	}
	for n := int64(0); n*width < tree.N; n++ {
		entries, err := folder(dir).entries(n, tree.N)
		if err != nil {
			return tree, err
		}
		for i, entry := range entries {
			at := n*width + int64(i)
			found, err := hashes.ReadHashes([]int64{tlog.StoredHashIndex(0, at)})
			if err != nil || found[0] != tlog.RecordHash(entry) {
				return tree, fmt.Errorf("entry %d: %v", at, err)
			}
		}
		if err := proved(n*width, entries[0], tree, hashes); err != nil {
			return tree, err
		}
	}
	return tree, nil
}

// proved checks Go's own inclusion and consistency proofs made from our tiles, at the first entry of a bundle.
func proved(at int64, entry []byte, tree tlog.Tree, hashes tlog.HashReader) error {
	inclusion, err := tlog.ProveRecord(tree.N, at, hashes)
	if err != nil {
		return err
	}
	if err := tlog.CheckRecord(inclusion, tree.N, tree.Hash, at, tlog.RecordHash(entry)); err != nil {
		return err
	}
	old, err := tlog.TreeHash(at+1, hashes)
	if err != nil {
		return err
	}
	growth, err := tlog.ProveTree(tree.N, at+1, hashes)
	if err != nil {
		return err
	}
	return tlog.CheckTree(growth, tree.N, tree.Hash, at+1, old)
}

func main() {
	tree, err := verify(os.Args[1], os.Args[2])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println(tree.N, tree.Hash)
}
