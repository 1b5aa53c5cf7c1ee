"""Reads a TensorBoard event file: `read_events.py FILE` prints `version TEXT` and `scalar TAG STEP BITS` lines.

Written from the format's description alone: records of
    uint64 length, uint32 masked CRC-32C of those 8 bytes, the bytes, uint32 masked CRC-32C of the bytes,
each an Event protocol buffer (1 wall_time double, 2 step varint, 3 file_version string, 5 Summary;
Summary.1 Value, Value.1 tag string, Value.2 simple_value float). Ends with 1 at the first thing that is wrong.
"""
import struct
import sys

# CRC-32C (Castagnoli), reflected polynomial 0x82F63B78, a byte at a time.
TABLE = []
for byte in range(256):
    for _ in range(8):
        byte = (byte >> 1) ^ (0x82F63B78 if byte & 1 else 0)
    TABLE.append(byte)


def masked(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc = TABLE[(crc ^ byte) & 0xFF] ^ (crc >> 8)
    crc ^= 0xFFFFFFFF
    return (((crc >> 15) | (crc << 17)) + 0xA282EAD8) & 0xFFFFFFFF


def varint(data, at):
    value = shift = 0
    while True:
        value |= (data[at] & 0x7F) << shift
        shift += 7
        at += 1
        if not data[at - 1] & 0x80:
            return value, at


def fields(data):
    at = 0
    while at < len(data):
        key, at = varint(data, at)
        if key & 7 == 0:
            value, at = varint(data, at)
        else:
            size = {1: 8, 5: 4}.get(key & 7)
            if key & 7 == 2:
                size, at = varint(data, at)
            value, at = data[at:at + size], at + size
            if len(value) != size:
                sys.exit("a field is cut off")
        yield key >> 3, value


def records(data):
    at = 0
    while at < len(data):
        length, check = struct.unpack_from("<QI", data, at)
        if masked(data[at:at + 8]) != check:
            sys.exit(f"the length at {at} has another checksum")
        record = data[at + 12:at + 12 + length]
        if masked(record) != struct.unpack_from("<I", data, at + 12 + length)[0]:
            sys.exit(f"the record at {at} has another checksum")
        yield record
        at += 16 + length


assert masked(b"123456789") == (((0xE3069283 >> 15) | (0xE3069283 << 17)) + 0xA282EAD8) & 0xFFFFFFFF  # the check value of CRC-32C
for record in records(open(sys.argv[1], "rb").read()):
    event = dict(fields(record))
    assert struct.unpack("<d", event[1])[0] > 1e9, "the time is in seconds since 1970"
    if 3 in event:
        print("version", event[3].decode())
    for number, summary in fields(event.get(5, b"")):
        value = dict(fields(summary))
        print("scalar", value[1].decode(), event.get(2, 0), f"{struct.unpack('<I', value[2])[0]:08x}")
