"""AIS sentences in, columns out: lines, tag blocks, messages of several sentences, and why a line gives none."""

from comity.maritime.aivdm.decoded import REJECTED, Decoded, joined
from comity.maritime.aivdm.decoder import Decoder, decode
from comity.maritime.aivdm.reasons import REASONS, SKIPPED

__all__ = ["REASONS", "REJECTED", "SKIPPED", "Decoded", "Decoder", "decode", "joined"]
