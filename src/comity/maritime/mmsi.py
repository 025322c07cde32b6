"""What the nine digits of an MMSI say: what carries it, and under which flag.

Sources: ITU-R M.585-9 (forms of identities); the ITU's table of maritime identification digits, as listed with libais
(docs/mid.csv), with 374 and 550 that came later. A flag is an ISO 3166-1 code of the administration that gave the
digits; islands that have a code of their own keep it.
"""

from types import MappingProxyType
from typing import Any

import numpy as np

Array = np.ndarray[Any, np.dtype[Any]]

MMSI_KINDS = (
    "other",
    "ship",
    "ship_group",
    "base_station",
    "sar_aircraft",
    "aton",
    "craft",
    "sart",
    "mob",
    "epirb",
    "handheld",
)
"""What an MMSI may stand for; "other" is none of the forms. `craft` belongs to a ship, `aton` aids navigation, and
`sart`, `mob` and `epirb` call for help."""

DISTRESS_KINDS = ("sart", "mob", "epirb")

_FORMS: tuple[tuple[int, int, str, int], ...] = (
    # first, last, kind, digits behind the MID (−1: the form has none)
    (10_000_000, 99_999_999, "ship_group", 5),  # 0MIDxxxxx
    (1_000_000, 9_999_999, "base_station", 4),  # 00MIDxxxx
    (200_000_000, 799_999_999, "ship", 6),  # MIDxxxxxx
    (111_000_000, 111_999_999, "sar_aircraft", 3),  # 111MIDxxx
    (800_000_000, 899_999_999, "handheld", 5),  # 8MIDxxxxx
    (970_000_000, 970_999_999, "sart", -1),  # 970 and the maker's number
    (972_000_000, 972_999_999, "mob", -1),
    (974_000_000, 974_999_999, "epirb", -1),
    (980_000_000, 989_999_999, "craft", 4),  # 98MIDxxxx
    (990_000_000, 999_999_999, "aton", 4),  # 99MIDxxxx
)

_MIDS = """
    201AL 202AD 203AT 204PT 205BE 206BY 207BG 208VA 209CY 210CY 211DE 212CY 213GE 214MD 215MT 216AM 218DE 219DK
    220DK 224ES 225ES 226FR 227FR 228FR 229MT 230FI 231FO 232GB 233GB 234GB 235GB 236GI 237GR 238HR 239GR 240GR
    241GR 242MA 243HU 244NL 245NL 246NL 247IT 248MT 249MT 250IE 251IS 252LI 253LU 254MC 255PT 256MT 257NO 258NO
    259NO 261PL 262ME 263PT 264RO 265SE 266SE 267SK 268SM 269CH 270CZ 271TR 272UA 273RU 274MK 275LV 276EE 277LT
    278SI 279RS 301AI 303US 304AG 305AG 306BQ 307AW 308BS 309BS 310BM 311BS 312BZ 314BB 316CA 319KY 321CR 323CU
    325DM 327DO 329GP 330GD 331GL 332GT 334HN 336HT 338US 339JM 341KN 343LC 345MX 347MQ 348MS 350NI 351PA 352PA
    353PA 354PA 355PA 356PA 357PA 358PR 359SV 361PM 362TT 364TC 366US 367US 368US 369US 370PA 371PA 372PA 373PA
    374PA 375VC 376VC 377VC 378VG 379VI 401AF 403SA 405BD 408BH 410BT 412CN 413CN 414CN 416TW 417LK 419IN 422IR
    423AZ 425IQ 428IL 431JP 432JP 434TM 436KZ 437UZ 438JO 440KR 441KR 443PS 445KP 447KW 450LB 451KG 453MO 455MV
    457MN 459NP 461OM 463PK 466QA 468SY 470AE 472TJ 473YE 475YE 477HK 478BA 501TF 503AU 506MM 508BN 510FM 511PW
    512NZ 514KH 515KH 516CX 518CK 520FJ 523CC 525ID 529KI 531LA 533MY 536MP 538MH 540NC 542NU 544NR 546PF 548PH
    550TL 553PG 555PN 557SB 559AS 561WS 563SG 564SG 565SG 566SG 567TH 570TO 572TV 574VN 576VU 577VU 578WF 601ZA
    603AO 605DZ 607TF 608SH 609BI 610BJ 611BW 612CF 613CM 615CG 616KM 617CV 618TF 619CI 620KM 621DJ 622EG 624ET
    625ER 626GA 627GH 629GM 630GW 631GQ 632GN 633BF 634KE 635TF 636LR 637LR 638SS 642LY 644LS 645MU 647MG 649ML
    650MZ 654MR 655MW 656NE 657NG 659NA 660RE 661RW 662SD 663SN 664SC 665SH 666SO 667SL 668ST 669SZ 670TD 671TG
    672TN 674TZ 675UG 676CD 677TZ 678ZM 679ZW 701AR 710BR 720BO 725CL 730CO 735EC 740FK 745GF 750GY 755PY 760PE
    765SR 770UY 775VE
"""
MID_FLAGS = MappingProxyType({int(entry[:3]): entry[3:] for entry in _MIDS.split()})
"""ISO 3166-1 code of each maritime identification digits."""

_CODE = {kind: code for code, kind in enumerate(MMSI_KINDS)}


def mmsi_kinds(mmsi: Array) -> Array:
    """Return the place in `MMSI_KINDS` of each identity, shape (n,), as int8.

    >>> [MMSI_KINDS[code] for code in mmsi_kinds(np.array([605000001, 6050001, 970123456, 123]))]
    ['ship', 'base_station', 'sart', 'other']
    """
    codes = np.zeros(np.shape(mmsi), dtype=np.int8)
    for first, last, kind, _ in _FORMS:
        codes[(mmsi >= first) & (mmsi <= last)] = _CODE[kind]
    return codes


def mmsi_kind(mmsi: int) -> str:
    """Return what one identity stands for.

    >>> mmsi_kind(111605001), mmsi_kind(992500001), mmsi_kind(987654321), mmsi_kind(1_000_000_000)
    ('sar_aircraft', 'aton', 'craft', 'other')
    """
    return next((kind for first, last, kind, _ in _FORMS if first <= mmsi <= last), "other")


def mmsi_flag(mmsi: int) -> str:
    """Return the flag of an identity, "" where its form or its digits give none.

    >>> mmsi_flag(605000001), mmsi_flag(6050001), mmsi_flag(992191234), mmsi_flag(970123456), mmsi_flag(999000000)
    ('DZ', 'DZ', 'DK', '', '')
    """
    for first, last, _, behind in _FORMS:
        if behind >= 0 and first <= mmsi <= last:
            return MID_FLAGS.get(mmsi // 10**behind % 1_000, "")
    return ""
