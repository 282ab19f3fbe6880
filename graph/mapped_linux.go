package graph

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"
	"syscall"
)

// adviceOut is MADV_PAGEOUT, which package syscall lacks: the kernel takes pages back, and reads
// them again when they are looked at. It loses nothing, so an address that no longer belongs to the
// file when the advice is given does no harm.
const adviceOut = 21

// residentFiles is the number of bytes of mapped files that are in memory.
func residentFiles() (int, error) {
	statm, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		return 0, err
	}
	var size, resident, shared int
	if _, err := fmt.Sscan(string(bytes.TrimSpace(statm)), &size, &resident, &shared); err != nil {
		return 0, fmt.Errorf("read /proc/self/statm: %w", err)
	}
	return shared * os.Getpagesize(), nil
}

// pageOut asks the kernel to take back the pages of the tables below a folder.
func pageOut(dir string) error {
	maps, err := os.Open("/proc/self/maps")
	if err != nil {
		return err
	}
	defer maps.Close() //nolint:errcheck // only read
	for lines := bufio.NewScanner(maps); lines.Scan(); {
		area, file, _ := strings.Cut(lines.Text(), " ")
		if !strings.Contains(file, dir) || !strings.HasSuffix(file, ".sst") {
			continue
		}
		var from, to uintptr
		if _, err := fmt.Sscanf(area, "%x-%x", &from, &to); err != nil {
			return fmt.Errorf("read /proc/self/maps: %w", err)
		}
		_, _, errno := syscall.Syscall(syscall.SYS_MADVISE, from, to-from, adviceOut)
		if errno != 0 && !errors.Is(errno, syscall.ENOMEM) { // which it is if the file was unmapped
			return os.NewSyscallError("madvise", errno)
		}
	}
	return nil
}
