### Words of Comity. One catalogue for server and browser. Errors stand under their code, with the attributes what, why, remedy.

## ground
## end of ground

## agreement
agreement-example = EXAMPLE: this agreement was written for Comity. It is not the treaty and binds no one.
agreement-title = { $title } ({ $id })
agreement-dates = Signed on { $signed }, in force since { $in_force }.
agreement-party = Party { $id }: { $name }; its log is { $origin }.
agreement-relation-follows = It follows { $other }.
agreement-relation-parallel-to = It stands beside { $other }.
agreement-relation-supersedes = It replaces { $other }.
agreement-relation-under = It is made under { $other }.
agreement-group = Working group { $id }: { $title }.
agreement-clause = Article { $clause }, { $title }.
agreement-clause-waits = Article { $clause }, { $title }; waits for a decision signed by both.
agreement-rule = Rule { $rule }, under Article { $clause } ({ $title }): { $kind }, from { $from } to { $to }.
agreement-rule-purpose = Purpose: { $purpose ->
        [search_and_rescue] search and rescue
        [maritime_safety] safety at sea
        [maritime_security] security at sea
        [regional_security] regional security
        [training] training
        [equipment] equipment
        [technology] technology
        [investment] investment
        [tourism] tourism
        [public_report] public reporting
       *[other] { $purpose }
    }.
agreement-rule-keep = Only these fields leave: { $columns }.
agreement-rule-grid = Positions are coarsened to { $grid }°.
agreement-rule-bucket = Times are coarsened to { $amount } { $unit ->
        [d] d
        [h] h
        [min] min
       *[s] s
    }.
agreement-rule-identity = Of an identity only the first characters leave ({ $digits }).
agreement-rule-at-once = It leaves at once.
agreement-rule-delay = It leaves after { $amount } { $unit ->
        [d] d
        [h] h
        [min] min
       *[s] s
    }.
agreement-rule-period-ends = It leaves once that period has ended.
agreement-rule-delay-counts = The delay counts from the end of that period.
agreement-rule-area = Only inside the area { $area }.
agreement-rule-caveats = Never with one of these marks: { $caveats }.
agreement-rule-until = The rule ends on { $until }; what left is erased after { $days ->
        [one] { $days } day
       *[other] { $days } days
    }.
agreement-text = The text in { $language ->
        [ar] Arabic
        [fr] French
       *[en] English
    } is { $file }, as signed.
agreement-hash = Both parties sign { $hash }
agreement-sound = The form, the references and the three texts hold.
agreement-question = EXAMPLE item: { $kind }, from { $from } to { $to }; asked at { $now }.
agreement-question-real = Item: { $kind }, from { $from } to { $to }; asked at { $now }.
agreement-differs-added = New: { $part ->
        [domains] Domain
        [groups] Working group
        [kinds] Kind
        [areas] Area
        [clauses] Article
        [rules] Rule
        [title] Title
        [texts] Texts
        [relations] Relations
        [limits] Limits
        [termination] Termination
        [retention] Retention
       *[other] Part
    } { $id }
agreement-differs-removed = Taken out: { $part ->
        [domains] Domain
        [groups] Working group
        [kinds] Kind
        [areas] Area
        [clauses] Article
        [rules] Rule
        [title] Title
        [texts] Texts
        [relations] Relations
        [limits] Limits
        [termination] Termination
        [retention] Retention
       *[other] Part
    } { $id }
agreement-differs-changed = Changed: { $part ->
        [domains] Domain
        [groups] Working group
        [kinds] Kind
        [areas] Area
        [clauses] Article
        [rules] Rule
        [title] Title
        [texts] Texts
        [relations] Relations
        [limits] Limits
        [termination] Termination
        [retention] Retention
       *[other] Part
    } { $id }
agreement-differs-field = { $path }: { $before } → { $after }
agreement-differs-not = The two versions do not differ.
agreement-lets-more = More leaves than before.
agreement-lets-less = Less leaves than before.
agreement-lets-otherwise = What leaves changes: more in one way, less in another.
## end of agreement

## ledger
ledger-genuine = The record { $origin } is genuine: { $size ->
        [one] its one entry gives
       *[other] all { $size } entries give
    } the hash that was signed.
ledger-root = Hash over all entries: { $hash }
ledger-receipt = Receipt by the partner: { $mirror }, { $instant }
ledger-by-earlier-key = The head was signed by a key that was given up since: what counts is the receipt by the other party.
ledger-no-receipt =
    { $mirrors ->
        [0] The file of keys names no key of a partner's receipts, so none can be read here.
       *[other] No receipt stands under this head. The partner's stands under its own copy of this record; the page Record of the node shows it.
    }
ledger-contents = Texts { $texts } · signatures { $votes } · releases { $releases } · declarations of time { $beats }
ledger-unread = Entries of another form, shown but without effect: { $count }
ledger-only-grew = It only grew since the head of { $size ->
        [one] { $size } entry
       *[other] { $size } entries
    } that was seen before.
ledger-evidence = Both signed heads are kept as evidence: { $known } and { $found }
ledger-proof-written = The proof is written into { $file }.
ledger-proved = Entry { $index } is genuine: it stands in the record { $origin }, proved by its signed head of { $size ->
        [one] { $size } entry
       *[other] { $size } entries
    }.
ledger-proved-act = Written on { $instant } by: { $office }
ledger-agreed = { $series }: agreed by both, { $hash } (texts agreed so far: { $count })
ledger-not-agreed = { $series }: nothing is agreed by both yet.
ledger-awaits = { $series }: { $hash } awaits a signature in { $origin }.
ledger-nothing-tabled = Neither party has put a text on the table.
## end of ledger

## rescue
# The 85 classes of the leeway table, by number.
leeway-1 = Person in the water, state unknown (mean values)
leeway-2 = Person in the water, upright, conscious, buoyancy aid of type III
leeway-3 = Person in the water, sitting, lifejacket of type I or II
leeway-4 = Person in the water, survival suit, face up
leeway-5 = Person in the water, diving suit, face up
leeway-6 = Person in the water, dead, face down
leeway-7 = Life raft, deep ballast, capacity and load unknown, mean values
leeway-8 = Life raft, 4 to 14 persons, deep ballast, canopy, mean values
leeway-9 = Life raft, 4 to 14 persons, deep ballast, no drogue
leeway-10 = Life raft, 4 to 14 persons, deep ballast, canopy, no drogue, lightly loaded
leeway-11 = Life raft, 4 to 14 persons, deep ballast, no drogue, heavily loaded
leeway-12 = Life raft, 4 to 14 persons, deep ballast, canopy, drogue, mean values
leeway-13 = Life raft, 4 to 14 persons, deep ballast, canopy, drogue, lightly loaded
leeway-14 = Life raft, 4 to 14 persons, deep ballast, canopy, drogue, heavily loaded
leeway-15 = Life raft, 15 to 50 persons, deep ballast, canopy, mean values
leeway-16 = Life raft, 15 to 50 persons, deep ballast, canopy, no drogue, lightly loaded
leeway-17 = Life raft, 15 to 50 persons, deep ballast, canopy, drogue, heavily loaded
leeway-18 = Life raft, deep ballast, capsized, mean values
leeway-19 = Life raft, deep ballast, swamped, mean values
leeway-20 = Life raft, shallow ballast, canopy, mean values
leeway-21 = Life raft, shallow ballast, canopy, no drogue
leeway-22 = Life raft, shallow ballast, canopy, drogue
leeway-23 = Life raft, shallow ballast, canopy, capsized
leeway-24 = Submarine escape raft for one (SEIE), shallow ballast, canopy, no drogue
leeway-25 = Submarine escape raft for one (SEIE), shallow ballast, canopy, drogue
leeway-26 = Life raft, no ballast, mean values
leeway-27 = Life raft, no ballast, no canopy, no drogue
leeway-28 = Life raft, no ballast, no canopy, drogue
leeway-29 = Life raft, no ballast, canopy, no drogue
leeway-30 = Life raft, no ballast, canopy, drogue
leeway-31 = Sea rescue kit (USCG): three ballasted life rafts and 300 m of line
leeway-32 = Life raft, 4 to 6 persons, of an aircraft, no ballast, canopy, no drogue
leeway-33 = Evacuation slide of an aircraft with life raft, 46 persons
leeway-34 = Hard-shell life capsule (SOLAS), 22 persons
leeway-35 = Hard-shell life raft (Ovatek), 4 and 7 persons, lightly loaded, no drogue, mean values
leeway-36 = Hard-shell life raft (Ovatek), 4 persons, lightly loaded, no drogue
leeway-37 = Hard-shell life raft (Ovatek), 7 persons, lightly loaded, no drogue
leeway-38 = Hard-shell life raft (Ovatek), 4 and 7 persons, fully loaded, drogue, mean values
leeway-39 = Hard-shell life raft (Ovatek), 4 persons, fully loaded, drogue
leeway-40 = Hard-shell life raft (Ovatek), 7 persons, fully loaded, drogue
leeway-41 = Sea kayak, person on the aft deck
leeway-42 = Surfboard with a person
leeway-43 = Windsurfer, mast and sail in the water
leeway-44 = Skiff with outboard motor, modified V or cathedral hull
leeway-45 = Skiff, V hull
leeway-46 = Skiff, swamped and capsized
leeway-47 = Skiff of aluminium, V hull from bow to stern
leeway-48 = Sport boat, no canvas, modified V hull
leeway-49 = Sport fishing boat, centre console, open cockpit
leeway-50 = Fishing vessel, mean values
leeway-51 = Fishing vessel, Hawaiian sampan
leeway-52 = Fishing vessel, Japanese trawler, side and stern
leeway-53 = Fishing vessel, Japanese longliner
leeway-54 = Fishing vessel, Korean
leeway-55 = Fishing vessel, gillnetter with reel aft
leeway-56 = Coastal freighter
leeway-57 = Sailing boat, one hull, mean values
leeway-58 = Sailing boat, one hull, dismasted, mean values
leeway-59 = Sailing boat, one hull, dismasted, rudder amidships
leeway-60 = Sailing boat, one hull, dismasted, rudder missing
leeway-61 = Sailing boat, one hull, bare masts, mean values
leeway-62 = Sailing boat, one hull, bare masts, rudder amidships
leeway-63 = Sailing boat, one hull, bare masts, rudder hove-to
leeway-64 = Sailing boat, one hull, fin keel, shallow draught
leeway-65 = Sailing dinghy (Sunfish), bare mast, rudder missing
leeway-66 = Debris of a fishing vessel
leeway-67 = Datum marker buoy that tells its position, no windage
leeway-68 = Submarine distress beacon (SEPIRB)
leeway-69 = Bait or wharf box for a cubic metre of ice, mean values
leeway-70 = Bait or wharf box for a cubic metre of ice, lightly loaded
leeway-71 = Bait or wharf box for a cubic metre of ice, fully loaded
leeway-72 = Oil drum of 220 l (55 gallons)
leeway-73 = Container of 40 ft at a scale of 1:3, 70 % under water
leeway-74 = Container of 20 ft, 80 % under water
leeway-75 = Sea mine L-MK2 of the Second World War
leeway-76 = Makeshift raft of migrants (Cuba), no sail
leeway-77 = Makeshift raft of migrants (Cuba), with sail
leeway-78 = Floating sewage, tampon applicator
leeway-79 = Medical waste, mean values
leeway-80 = Medical waste, vials
leeway-81 = Medical waste, large vials
leeway-82 = Medical waste, small vials
leeway-83 = Medical waste, syringes
leeway-84 = Medical waste, large syringes
leeway-85 = Medical waste, small syringes
## end of rescue

### Detection: sweep widths, patterns, the manual plan
pattern-PS = Parallel sweep
pattern-CS = Creeping line
pattern-SS = Expanding square
pattern-VS = Sector search
pattern-TS = Track line, outwards
pattern-TSR = Track line, return
pattern-TSN = Track line, non-return
pattern-barrier = Barrier
platform-helicopter = Helicopter
platform-fixed_wing = Fixed-wing aircraft
platform-boat = Boat
platform-vessel_amsa = Vessel (Australian table)
platform-merchant_ship = Merchant ship
search-object-person_in_water = Person in the water
search-object-raft_1 = Life raft, 1 person
search-object-raft_4 = Life raft, 4 persons
search-object-raft_6 = Life raft, 6 persons
search-object-raft_8 = Life raft, 8 persons
search-object-raft_10 = Life raft, 10 persons
search-object-raft_15 = Life raft, 15 persons
search-object-raft_20 = Life raft, 20 persons
search-object-raft_25 = Life raft, 25 persons
search-object-power_boat_15ft = Motor boat, up to 15 ft (4.6 m)
search-object-power_boat_20ft = Motor boat, 20 ft (6.1 m)
search-object-power_boat_33ft = Motor boat, 33 ft (10 m)
search-object-power_boat_53ft = Motor boat, 53 ft (16 m)
search-object-power_boat_78ft = Motor boat, 78 ft (24 m)
search-object-sail_boat_15ft = Sailing boat, 15 ft (4.6 m)
search-object-sail_boat_20ft = Sailing boat, 20 ft (6.1 m)
search-object-sail_boat_25ft = Sailing boat, 25 ft (7.6 m)
search-object-sail_boat_30ft = Sailing boat, 30 ft (9.1 m)
search-object-sail_boat_40ft = Sailing boat, 40 ft (12 m)
search-object-sail_boat_50ft = Sailing boat, 50 ft (15 m)
search-object-sail_boat_70ft = Sailing boat, 70 ft (21 m)
search-object-sail_boat_83ft = Sailing boat, 83 ft (25 m)
search-object-ship_120ft = Ship, 120 ft (37 m)
search-object-ship_225ft = Ship, 225 ft (69 m)
search-object-ship_300ft = Ship, from 300 ft (91 m)
lateral-range-definite = Definite range
lateral-range-inverse_cube = Inverse cube
lateral-range-exponential = Exponential (random search)
sweep-factor-uncorrected = Uncorrected sweep width
sweep-factor-flotation = Flotation device
sweep-factor-weather = Weather
sweep-factor-speed = Speed
sweep-factor-fatigue = Fatigue
survival-ussartf = Chart of expected survival times (planning floor)
survival-hayward = Hayward 1975 (not verified)
survival-xu_giesbrecht = Xu and Giesbrecht 2018 (not verified)
manual-note-coverage_below_half = Coverage is below 0.5: a search so thin is not recommended.
datum-kind-point = One datum
datum-kind-divergence = Two datums, one area
datum-kind-two_areas = Two datums, two areas
datum-kind-line = Datum line
worksheet-drift_time = Drift time
worksheet-wind = Average surface wind
worksheet-wind_from = Wind from
worksheet-current = Total water current
worksheet-current_set = Set of the current
worksheet-leeway = Leeway speed
worksheet-divergence = Divergence angle
worksheet-wind_error = Drift velocity error from the wind
worksheet-current_error = Total water current error
worksheet-leeway_error = Leeway error
worksheet-velocity_error = Drift velocity error
worksheet-drift_error = Drift error
worksheet-position_error = Error of the start point
worksheet-searcher_error = Error of the searchers’ position
worksheet-total_error = Total probable error
worksheet-divergence_distance = Divergence distance
worksheet-separation_ratio = Separation ratio
worksheet-line_length = Length of the datum line
worksheet-sweep_width = Corrected sweep width
worksheet-speed = Search speed
worksheet-search_time = Time for search
worksheet-effort = Search effort
worksheet-total_effort = Total available effort
worksheet-effort_factor = Effort factor
worksheet-relative_effort = Relative effort
worksheet-cumulative_effort = Cumulative relative effort
worksheet-search_factor = Optimal search factor
worksheet-search_radius = Optimal search radius
worksheet-search_area = Optimal search area
worksheet-coverage = Coverage
worksheet-track_spacing = Track spacing
worksheet-pod = Probability of detection
worksheet-drift_downwind = Drift distance, downwind
worksheet-drift_downwind_set = Direction of drift, downwind
worksheet-datum_downwind_lat = Latitude of the datum, downwind
worksheet-datum_downwind_lon = Longitude of the datum, downwind
worksheet-drift_left = Drift distance, left of downwind
worksheet-drift_left_set = Direction of drift, left of downwind
worksheet-datum_left_lat = Latitude of the datum, left of downwind
worksheet-datum_left_lon = Longitude of the datum, left of downwind
worksheet-drift_right = Drift distance, right of downwind
worksheet-drift_right_set = Direction of drift, right of downwind
worksheet-datum_right_lat = Latitude of the datum, right of downwind
worksheet-datum_right_lon = Longitude of the datum, right of downwind
survival-reading-ussartf = All are alive until the first time of the chart’s band, then evenly fewer until the second. A floor for planning, never a reason to end a search.
survival-reading-hayward = Evenly fewer from the start, half alive at the computed time. Not verified: the formula was read second-hand and diverges at 23.1 °C.
survival-reading-xu_giesbrecht = Evenly fewer from the start until the longest time. Not verified: the formula was read second-hand.
worksheet-from-method = calculated
worksheet-from-given = given
worksheet-from-fields = average of the fields over the drift
worksheet-from-table = from the table
worksheet-from-drift_class = from the lines of the drift’s class
worksheet-from-usual = usual value without better knowledge
worksheet-from-sweep_width = sweep-width tables and their factors
worksheet-from-ideal_curve = ideal curve (inverse cube)
### end of detection

### Search plans: units, sorties, what a search taught

cli-plan-planning = Planning the search
cli-plan-done = Case { $case }: this plan finds the object with a chance of { $pos }. No plan with these units in these hours exceeds { $bound }; the manual plan finds { $manual }.
cli-plan-sortie = { $unit }: { $pattern } over { $length } × { $width } nautical miles along { $bearing }, track spacing { $spacing }; from { $place } at { $begins } until { $ends }. POD in the area { $pod }, POS { $pos }.
cli-plan-drifting = The area of { $unit } goes with the drift; its place is that at the middle of the search.
cli-plan-above = { $one } and { $other } share water at one time; they are { $feet } feet apart in height.
cli-plan-far = That is { $share } of the bound: one area for each sortie cannot follow a probability that lies in several places or along a bend. Another unit, or this one entered twice with part of its endurance each time, would find more.
cli-plan-ashore = { $share } of the probability lies ashore, where a search at sea does not find it: search the coast from land.
cli-plan-folder = Plan, areas and legs in { $folder }.
cli-update-done = Case { $case }: the last search would have found the object with a chance of { $pos }, all searches together with { $so_far }.
cli-update-no-plan = No sortie of the case is still ahead: give its units new times on scene for the next plan.
cli-plan-survival = Every chance is that to find the object alive: by { $source }, { $alive } of the probability is alive when the search begins.
### end of search plans

### Search plans on charts and on paper

files-plan-title = Search plan of case { $case }
files-plan-area-of = Area of { $unit }
files-plan-csp = Commence-search point
files-plan-about-area = { $pattern }. Track spacing (nautical miles): { $spacing }. POD in the area: { $pod }. POS: { $pos }.
files-plan-part-out = way out
files-plan-part-search = search
files-plan-part-between = between areas
files-plan-part-home = way home
files-plan-legs-of = Legs of case { $case }: course, distance (nautical miles), where it ends, when
files-plan-leg = { $number }. { $part }: { $course }, { $distance } → { $place }, { $time }
files-brief-title = Search action plan · { $case }
files-brief-object = Object
files-brief-period = Search period
files-brief-conditions = Conditions
files-brief-met = visibility { $visibility } nautical miles, wind { $wind } kn, sea { $sea } m
files-brief-before = Searches before this one
files-brief-found-before = POS of the searches before this one and of this plan together
files-brief-bound = No plan with these units in these hours exceeds
files-brief-manual = The manual plan finds
files-brief-pos = This plan finds the object with a chance of (POS)
files-brief-alt = Map of the plan: areas, ways of the units and where to look. The tables say the same in numbers.
files-brief-caption = Areas at the middle of their search, ways, commence-search points (●), and containment areas at { $time }.
files-brief-areas = Search areas
files-brief-areas-head = Unit|Pattern|Centre|Size (NM)|Along|Spacing (NM)|Sweep width (NM)|Coverage|POC|POD|POS
files-brief-units = Timetable of the units
files-brief-units-head = Unit|Platform|Height (ft)|Speed (kn)|Leaves base|Begins search|Ends search|At base|Commence-search point
files-brief-apart = Keeping apart
files-brief-nobody-meets = No two areas share water at one time.
files-brief-legs = Legs of { $unit }
files-brief-legs-head = Leg|What|From|To|Course|Distance (NM)|Speed (kn)|Begins|Ends
files-debrief-title = Debriefing of the search · { $case }
files-debrief-flown = What was searched
files-debrief-flown-head = Search|Unit|Began|Ended|Searched (NM)|POS of the search
files-debrief-now = Where to look now
files-debrief-now-head = Probability|Area (km²)
files-debrief-next = What comes next
files-debrief-alt = Map of what was searched and where to look now. The tables say the same in numbers.
files-debrief-caption = What was searched, and containment areas after it, at { $time }.
### end of search plans on charts and on paper

## exchange
exchange-released = Released under { $rule }.
exchange-held = Held under { $rule }: the delay ends at { $until }.
exchange-refused-prohibited = Refused: Article { $article } never allows it, whatever a rule says.
exchange-refused-unknown-kind = Refused: Article { $article } allows only kinds of record that are described, and this one is not.
exchange-refused-no-rule = Refused: Article { $article } allows only what a rule names, and no rule fits.
exchange-refused-not-at-work = Refused: Article { $article } is not at work; the decision signed by both is missing (rule { $rule }).
exchange-refused-expired = Refused: under Article { $article } the rule { $rule } has ended.
exchange-refused-purpose = Refused: under Article { $article } the rule { $rule } does not serve this purpose.
exchange-refused-caveat = Refused: under Article { $article } the rule { $rule } does not release what bears such a mark.
exchange-refused-outside-area = Refused: under Article { $article } the rule { $rule } applies only inside its area.
exchange-leaves = Leaves: { $columns }
exchange-stays = Stays home: { $columns }
exchange-step-fields = Only these fields are kept: { $columns }.
exchange-step-position = Positions are put on a grid of { $grid }°.
exchange-step-time = Times are put at the start of a period of { $amount } { $unit ->
        [d] d
        [h] h
        [min] min
       *[s] s
    }.
exchange-step-identity = Identities are cut to their first characters ({ $digits }).
exchange-label = Marked { $policy } { $classification }, releasable to { $rel_to }, TLP:{ $tlp }.
exchange-approval-none = No office need approve it.
exchange-approval-one = One office must approve it.
exchange-approval-two = Two different offices must approve it.
exchange-erased = Both erase it after { $until }.
## end of exchange

## cooperation records
cooperation-kind = { $kind ->
    [domain] Domain
    [group] Working group
    [meeting] Meeting
    [decision] Decision
    [action] Action
    [initiative] Initiative
    [flow] Flow
    [check] Check
    [document] Document
   *[other] { $kind }
}
cooperation-state = { $kind ->
   *[other] { $state ->
        [proposed] proposed
        [open] open
        [closed] closed
        [withdrawn] withdrawn
        [established] established
        [dormant] dormant
        [dissolved] dissolved
        [agreed] agreed
        [in_progress] in progress
        [minutes_draft] minutes in draft
        [minutes_agreed] minutes agreed
        [minutes_signed] minutes signed
        [cancelled] cancelled
        [adopted] adopted
        [in_effect] in effect
        [reviewed] reviewed
        [revoked] revoked
        [expired] expired
        [done_claimed] said to be done
        [accepted] accepted
        [dropped] dropped
        [planned] planned
        [claimed] claimed
        [confirmed] confirmed
        [disputed] disputed
        [notified] notified
        [done] done
        [finding_open] finding open
        [waived] waived
        [draft] draft
        [final] final
        [signed] signed
        [archived] archived
       *[other] { $state }
    }
}
cooperation-move = { $move ->
    [propose] Propose
    [revise] Revise
    [open] Open
    [withdraw] Withdraw
    [amend] Amend
    [close] Close
    [establish] Establish
    [rest] Rest
    [wake] Wake
    [dissolve] Dissolve
    [agree] Agree
    [cancel] Cancel
    [start] Start
    [draft_minutes] Draft the minutes
    [agree_minutes] Agree the minutes
    [reopen_minutes] Reopen the minutes
    [sign_minutes] Sign the minutes
    [adopt] Adopt
    [take_effect] Take effect
    [revoke] Revoke
    [review] Review
    [expire] Expire
    [renew] Renew
    [claim_done] Say that it is done
    [accept] Accept
    [send_back] Send back
    [drop] Drop
    [claim] Claim
    [confirm] Confirm
    [dispute] Dispute
    [notify] Notify
    [report] Report
    [open_finding] Open a finding
    [waive] Waive
    [finish] Finish
    [sign] Sign
    [archive] Archive
   *[other] { $move }
}
cooperation-fulfilment = { $fulfilment ->
    [done] done
    [open] open
    [late] late
    [asked] asked for by the other party alone
    [dropped] dropped
   *[other] { $fulfilment }
}
cooperation-level = { $level ->
    [national] national
    [bilateral] bilateral
    [public] public
   *[other] { $level }
}
cooperation-withheld = { $reason ->
    [defence_secret] defence secret
    [commercial_secret] commercial secret
    [negotiation] negotiation under way
    [law_enforcement] law enforcement
    [personal_data] personal data
    [partner_asked] asked by the partner
   *[other] { $reason }
}
cooperation-flow = { $flow ->
    [payment] payment
    [delivery] delivery
    [contribution] contribution
   *[other] { $flow }
}
cooperation-check = { $check ->
    [end_use] end use
    [environment] environment
    [audit] audit
    [exercise_review] exercise review
    [risk_review] risk review
    [human_rights] human rights
    [export_control] export control
    [acceptance] acceptance
   *[other] { $check }
}
cooperation-document = { $document ->
    [after_action_report] after-action report
    [deliverable_report] report on the deliverables
    [earlier_instrument] earlier instrument
    [end_use_assurance] end-use assurance
    [exercise_plan] plan of the exercise
    [feasibility_study] feasibility study
    [final_report] final report
    [joint_statement] joint statement
    [land_title] title to the land
    [licence] licence
    [offtake_agreement] offtake agreement
    [report] report
    [review_report] report of the review
   *[other] { $document }
}
cooperation-word = { $word ->
    [minerals] minerals
    [data_centre] data centre
    [exercise] exercise
    [training] training
    [expert_exchange] exchange of experts
    [under_1_million] under 1 million
    [from_1_to_10_million] from 1 to 10 million
    [from_10_to_100_million] from 10 to 100 million
    [over_100_million] over 100 million
    [battle_tanks] battle tanks
    [armoured_combat_vehicles] armoured combat vehicles
    [large_calibre_artillery] large-calibre artillery systems
    [combat_aircraft] combat aircraft
    [attack_helicopters] attack helicopters
    [warships] warships
    [missiles_and_launchers] missiles and missile launchers
    [small_arms] small arms
    [radar_spare_parts] radar spare parts
    [maintenance] maintenance
    [day] days
    [drill] drills
    [ground_day] days of the training ground
    [image] images
    [instructor_day] days of instructors
    [lot] lots
    [participant] participants
    [place] places
    [stand_day] days of a stand
    [traveller] travellers
    [visit] visits
    [tonne] t
    [mw] MW
    [m3] m³
    [gbit_s] Gbit/s
    [percent] percent
   *[other] { $word }
}
cooperation-unit = { $unit ->
    [day] { $count ->
        [one] day
       *[other] days
    }
    [days] { $count ->
        [one] day
       *[other] days
    }
    [drill] { $count ->
        [one] drill
       *[other] drills
    }
    [ground_day] { $count ->
        [one] day on the training ground
       *[other] days on the training ground
    }
    [hours] { $count ->
        [one] hour
       *[other] hours
    }
    [image] { $count ->
        [one] image
       *[other] images
    }
    [instructor_day] { $count ->
        [one] instructor day
       *[other] instructor days
    }
    [lot] { $count ->
        [one] lot
       *[other] lots
    }
    [participant] { $count ->
        [one] participant
       *[other] participants
    }
    [place] { $count ->
        [one] place
       *[other] places
    }
    [stand_day] { $count ->
        [one] stand day
       *[other] stand days
    }
    [traveller] { $count ->
        [one] traveller
       *[other] travellers
    }
    [unit] { $count ->
        [one] unit
       *[other] units
    }
    [piece] { $count ->
        [one] piece
       *[other] pieces
    }
    [visit] { $count ->
        [one] visit
       *[other] visits
    }
    [visitors] { $count ->
        [one] visitor
       *[other] visitors
    }
    [gbit_s] Gbit/s
    [m3] m³
    [mw] MW
    [percent] %
    [tonne] t
   *[other] { $name }
}
## end of cooperation records

### Public pages: what both released to everybody, as static pages and feeds
## public pages
public-example = EXAMPLE
public-example-note = Invented to show how such a record reads. Neither state has said or signed any of this.
public-skip = Go to the content
public-languages = Languages
public-menu = Pages
public-language = { $language ->
    [ar] Arabic
    [en] English
    [fr] French
   *[other] { $language }
}
public-page = { $page ->
    [home] Home
    [groups] Working groups
    [meetings] Meetings
    [decisions] Decisions
    [initiatives] Initiatives
    [investment] Investment
    [progress] Announced, decided, done
    [figures] Money and results
    [documents] Documents and checks
    [calendar] Calendar
    [news] News
    [withheld] What is withheld
    [about] About these pages
   *[other] { $page }
}
public-lead = { $page ->
    [groups] Who carries the memorandum out: working groups of both states, with their terms of reference.
    [meetings] Meetings that both sides agreed, and the minutes that both sides signed.
    [decisions] What both states decided, in the words that both signed.
    [initiatives] What the two states do together: each initiative with its milestones, its results and, where they are public, its sums.
    [investment] Projects that are open to investors. Each page says what is public, and where to ask.
    [progress] For each year: what was announced, what was decided, and what became of it.
    [figures] Sums and results as far as both released them. Nothing is converted from one currency to another.
    [documents] Signed papers with the fingerprint of each file, and checks that both agreed to make public.
    [calendar] Meetings, milestones and reviews whose days are public. A calendar program can follow this page.
    [news] Everything that happened in public, the newest first. A feed reader can follow this page.
    [withheld] What both states keep from the public: which field of which record, why, until when, and who decided it.
    [about] Who publishes these pages, what is on them, and how to check them.
   *[other] { $page }
}
public-both-signed = Everything here was signed by both states. What one of them says alone is not published.
public-checksums = Checksums
public-no-trackers = No script, no tracker, no file from another place.
public-last-change = The public record last changed on { $day }.
public-no-change = Nothing has been published yet.
public-nothing = Nothing has been published here.
public-nothing-yet = Nothing published yet.
public-nothing-ahead = No day that lies ahead is public.
public-nothing-withheld = Nothing is withheld from a public record.
public-feed-news = News as a feed (Atom)
public-feed-calendar = Days as a calendar (iCalendar)
public-news-of = { $title }: news
public-calendar-of = { $title }: calendar
public-untitled = { $kind } whose title is withheld
public-article = Article { $clause }
public-article-titled = Article { $clause } · { $title }
public-office-of = { $party }: { $office }
public-role = { $role }: { $party }
public-period = { $unit ->
    [D] { $count ->
        [one] every day
       *[other] every { $count } days
    }
    [M] { $count ->
        [one] every month
       *[other] every { $count } months
    }
   *[Y] { $count ->
        [one] every year
       *[other] every { $count } years
    }
}
public-effect = { $effect ->
    [open] opens { $subject }
    [move] moves { $subject }
    [adopt_template] adopts the template { $subject }
    [release_rule] takes note of the release rule { $subject }
   *[other] { $subject }
}
public-flag = { $is_so ->
    [yes] yes
   *[no] no
}
public-notice = { $status ->
    [done] done on { $day }
    [not_required] not required ({ $day })
   *[other] { $day }
}
public-field = { $field ->
    [id] Name in the record
    [title] Title
    [authentic] Authentic texts
    [clause_refs] Under
    [owner_party] Led by
    [owner_office] Office that answers
    [level] Audience
    [visibility] Audience of fields
    [supersedes] Replaces
    [domain] Field of cooperation
    [domains] Fields of cooperation
    [release_rules] Release rules
    [indicators] Results
    [milestones] Milestones
    [terms] Terms of reference
    [co_chairs] Chaired by
    [cadence] Meets
    [group] Working group
    [number] Meeting number
    [starts_ms] Begins
    [ends_ms] Ends
    [time_zone] Time zone
    [place] Place
    [agenda] Agenda
    [delegations] Delegations
    [minutes] Minutes
    [text] Text
    [review_ms] To be reviewed on
    [expires_ms] Ends on
    [from_meeting] Decided at
    [effects] Effects
    [due_ms] Due on
    [from_decision] Follows from
    [initiative] Initiative
    [depends_on] After
    [proof] Proof
    [template] Kind of initiative
    [template_hash] Template
    [roles] Roles
    [next_review_ms] Next review
    [value] Value
    [items] Order
    [details] Particulars
    [flow_kind] What flows
    [from_party] From
    [to_party] To
    [planned_ms] Planned for
    [amount] Amount
    [item] Line of the order
    [quantity] Quantity
    [unit] Unit
    [actual_ms] Made on
    [evidence] Evidence
    [check_kind] What is checked
    [scope] Scope
    [host_party] Host
    [done_ms] Done on
    [finding] Finding
    [waived_why] Why it was waived
    [corrective_actions] Corrections
    [document_kind] Kind of paper
    [about] About
    [on] Dated
    [renditions] Files
   *[other] { $field }
}
public-part = { $part ->
    [agenda] Agenda
    [minutes] Signed minutes
    [steps] Milestones
    [items] Order
    [flows] Paid, delivered, contributed
    [results] Results
    [withheld] Withheld
    [papers] Files
    [following] What follows from it
    [history] History
    [domains] Fields of cooperation
    [meetings-ahead] Agreed
    [meetings-signed] Minutes signed by both
    [meetings-off] Not held
    [running] Under way
    [ended] At their end
    [checks] Checks
    [ahead] What comes next
    [past] What has happened
    [money] Money
   *[other] { $part }
}
public-column = { $column ->
    [what] What
    [indicator] Indicator
    [baseline] Baseline
    [measured] Measured last
    [target] Target
    [source] Source
    [amount] Amount
    [from] From
    [to] To
    [day] Day
    [state] State
    [category] Category
    [quantity] Quantity
    [announced] Announced
    [decided] Decided
    [done] Done
    [initiative] Initiative
    [agreed] Agreed
    [paid] Paid, confirmed by both
   *[other] { $column }
}
public-not-measured = not measured yet
public-step-done = reached on { $day }
public-step-due = due on { $day }
public-step-late = late: was due on { $day }
public-step-of = { $step } · { $record }
public-late = late
public-not-yet = not yet
public-done = done
public-withheld-short = withheld
public-withheld-until = Until { $day }
public-withheld-open = No day is set
public-withheld-why = Reason: { $reason }.
public-withheld-by = By decision
public-identifier = Name in the record:
public-event = { $kind }: { $state }
public-ahead = { $what ->
    [meeting] Meeting
    [action] Action due
    [review] Review
    [milestone] Milestone due
   *[other] { $what }
}
public-year = Announced in { $year }
public-tally = Announced: { $announced } · decided: { $decided } · done: { $done } · late: { $late }
public-sum = All that is public, in { $currency }
public-number = { $number ->
    [signed] Signed
    [in-force] In force since
    [groups] Working groups
    [meetings] Minutes signed
    [decisions] Decisions
    [initiatives] Initiatives under way
   *[other] { $number }
}
public-home-lead = A legal framework between two states, carried out by working groups of both. These pages hold what both have signed and released to everybody.
public-home-next = What comes next
public-home-decided = What is decided
public-home-all-decisions = All decisions
public-home-fields = Fields of cooperation
public-home-news = News
public-home-withheld = { $count ->
    [0] Nothing is withheld from a public record.
    [one] One field of a public record is withheld. Its reason is public, and so is its day where one is set.
   *[other] { $count } fields of public records are withheld. The reason of each is public, and so is its day where one is set.
}
public-home-why-withheld = See what, why and until when
public-ask = Where to ask
public-ask-how = There is no form here, and nothing that you write is collected by these pages. Write to the office below through its public address, or through the embassy of the host country, and quote the name of the project.
public-ask-embassy = There is no form here, and nothing that you write is collected by these pages. Write to the authority in charge in the host country, or to its embassy, and quote the name of the project.
public-ask-host = Host country
public-ask-office = Office
public-ask-quote = Quote
public-about-title = { $about ->
    [released] What is published
    [languages] Languages
    [same] One record, two publishers
    [privacy] Nobody is watched
    [feeds] Follow
   *[other] { $about }
}
public-about-text = { $about ->
    [released] A record is on these pages when both states have signed it and both have made it public. Each field has its own audience: national, bilateral or public. A field that is kept back stands under its reason, the decision behind it and, where one is set, the day on which it becomes public.
    [languages] Arabic, English and French are equal here. A record names the languages whose texts are authentic. The order of the names of the states is that of the text of the agreement and says nothing about rank.
    [same] Either state may publish these pages: the same record gives the same files, byte for byte. The list of checksums names each file with its SHA-256, so anyone can compare what the two publish.
    [privacy] The pages hold no script, no cookie, no form and no file from another place. They work on paper, without a network, and with any reader.
    [feeds] The news are an Atom feed and the days an iCalendar file, in each language, at the foot of every page.
   *[other] { $about }
}
cli-published = { $count ->
        [one] { $count } file of the public pages stands
       *[other] { $count } files of the public pages stand
    } in { $folder }.
    SHA-256 of checksums.txt: { $hash }
cli-published-already = Nothing public has changed: { $count ->
        [one] { $count } file stands
       *[other] { $count } files stand
    } in { $folder } already.
    SHA-256 of checksums.txt: { $hash }
## end of public pages

## files
files-map-title = Drift of case { $case }
files-map-object = Object { $number } · { $key }
files-map-from = From { $time }
files-map-to = Position at { $time }
files-map-lkp = Last known { $place }
files-map-mean = Mean at { $time }: { $place }
files-map-containment = Where to look
files-map-level = { $level } in { $area } km²
files-map-ramp = Probability per km², low to high
files-map-way = Way on which it may have happened
files-map-debris = Where debris was found
files-map-start = Last known position; circle: its error (1 s.d.)
files-map-start-error = Last known position; circle: error { $error } km (1 s.d.)
files-map-track = Mean drift, a mark each hour
files-map-stranded = Ashore: { $share }
files-map-left = Left the fields: { $share }
files-map-current = Current, mean; arrow: { $speed } kn
files-map-wind = Wind, mean; full barb 10 kn, half 5
files-map-sources = Currents, wind, coast
files-map-coast = Coast: GSHHG
files-map-uncertainty = Current's error { $size } m/s, memory { $hours } h
files-map-exact = Current and wind taken as exact
files-map-not-for-navigation = Not for navigation
files-map-example = EXAMPLE
files-map-nm = nautical miles
files-map-area = Area where it may have been
files-audit-title = What left, under which clause, in which form
files-audit-lead = Everything that { $party } released to { $partner } and that its record names, oldest first.
files-audit-agreement = Agreement
files-audit-hash = Hash of the agreement
files-audit-origin = Record
files-audit-size = Entries of the record
files-audit-root = Hash over the record
files-audit-made = Made on
files-audit-proof-says = Each line stands in the record at its number. With the record's signed head of this hash, its proof is made by “comity ledger prove”, and anybody checks it without this node.
files-audit-none = Nothing has left.
files-audit-page-of = Page
files-audit-head-position = No.
files-audit-head-at = When (UTC)
files-audit-head-clause = Article, rule
files-audit-head-item = What
files-audit-head-form = In which form
files-audit-head-office = Office
files-audit-head-fate = State
files-audit-head-proof = Content and proof
files-audit-amount = { $items ->
        [one] { $items } item
       *[other] { $items } items
    }, { $bytes } bytes
files-audit-received = The partner holds it.
files-audit-not-received = Not received yet.
## end of files

## paper
files-paper-agenda = Agenda
files-paper-minutes = Minutes
files-paper-decision = Decision
files-paper-report = Annual implementation report
files-paper-and = { $first } and { $second }
files-paper-three = { $first }, { $second } and { $third }
files-paper-between = { $first } – { $second }
files-paper-original = Original: { $party }
files-paper-reference = Reference
files-paper-under = Under
files-paper-group = Working group
files-paper-from = From
files-paper-until = Until
files-paper-place = Place
files-paper-under-clause = { $agreement }, Article { $clause }
files-paper-delegations = Delegations
files-paper-items = Items
files-paper-office = Led by
files-paper-duration = Time
files-paper-decided = Decided
files-paper-action = Action
files-paper-owner = Owner
files-paper-due = Due
files-paper-effects = What it puts to work
files-paper-review = Review on
files-paper-follows = From the meeting
files-paper-withheld = Withheld. { $reason }
files-paper-withheld-until = Withheld until { $date }. { $reason }
files-paper-language-ar = Arabic
files-paper-language-en = English
files-paper-language-fr = French
files-paper-done = Done at { $place } on { $date } in two originals, each in { $languages }, { $count ->
        [2] both
       *[other] all
    } texts being equally authentic.
files-paper-since = From
files-paper-to = To
files-paper-as-of = As of
files-paper-summary = In short
files-paper-announced-decided-done = Announced, decided, done
files-paper-announced = Announced
files-paper-decided-by = Decided
files-paper-done-on = Done
files-paper-not-recorded = not recorded
files-paper-not-yet = not yet
files-paper-obligations = Obligations
files-paper-state = State
files-paper-state-done = done
files-paper-state-open = open
files-paper-state-late = late
files-paper-states = { $done } done, { $open } open, { $late } late
files-paper-money = Money by initiative
files-paper-total = Total in { $currency }
files-paper-agreed = Agreed
files-paper-claimed = Claimed as paid
files-paper-confirmed = Confirmed by both
files-paper-balance = Still to pay
files-paper-checks = Checks
files-paper-planned = Planned
files-paper-finding = Finding
files-paper-corrections = Corrections still open
files-paper-none = None.
files-paper-signed-electronically = Signed electronically
files-paper-roadmap-as-of = As of { $date }
## end of paper

## node
node-standing-tabled = on the table, not signed by either party
node-standing-us = signed by the partner, awaiting our signature
node-standing-partner = signed by us, awaiting the partner
node-standing-receipt = signed by both, awaiting the partner's receipt
node-standing-agreed = agreed by both
node-standing-void = not agreed; a new version is open
node-direction-unknown = not tried yet
node-direction-following = in order
node-direction-silent = no usable answer; the node tries again by itself
node-direction-frozen = stopped: a proof failed, both versions are kept as evidence
node-badge-ours = Ours
node-badge-shared = Shared
node-badge-partner = Partner's
node-next-sign-memorandum = Both parties sign the memorandum.
node-next-decide = Its working group decides to put it to work.
node-next-sign-decision = We sign the decision on the table.
node-next-partner-signs = The partner signs the decision, or confirms receipt of it.
node-next-exchange = Release what its rules allow, when there is something to release.
node-next-applies = It applies; nothing has to be done.
node-state-not-agreed = not agreed by both yet
node-state-waits = not yet: waits for a decision of both
node-state-at-work = at work
node-all-domains = All domains
node-both-parties = Both parties
node-keys-annex = Annex: the keys of both parties
node-feed-in = Record of { $party }
node-feed-out = Receipts by { $party }
node-line-opened = Case opened
node-alarm-case-arrived = The partner sent the rescue case { $subject }.
node-alarm-partner-frozen = The partner's record under { $subject } contradicts itself: nothing more is read.
node-alarm-partner-silent = The partner under { $subject } does not answer.
node-alarm-partner-stale = Nothing was heard of the partner under { $subject } for too long.
node-alarm-receipt-late = The partner under { $subject } does not confirm what we published.
node-alarm-record-contradicted = What the partner served under { $subject } contradicts the record; the evidence is kept.
node-alarm-node-restored = This node was restored under { $subject } and is not yet synchronised: nothing is signed.
node-unsynchronised = Restored, not yet synchronised with { $party }: what is shown may be older than what was signed.
node-alarm-drift-failed = The drift of { $subject } could not be computed.
node-request-sent = Asked; not answered yet.
node-request-answered = Answered in full.
node-request-partly = Answered in part.
node-request-declined = Declined under Article { $article }.
node-request-lapsed = Not answered in time.
node-fate-stands = Stands.
node-fate-corrected = Corrected: something else stands in its stead.
node-fate-recalled = Recalled: both erased it.
node-fate-in_part = Corrected or recalled in part.
node-case-erased = Erased on { $at } under Article { $article }: its time was over, and both parties keep it no longer.
node-case-recalled = Recalled by the partner on { $at } under Article { $article }.
node-alarm-request-due = The question { $subject } is due soon.
node-alarm-request-late = The question { $subject } is past its due time without an answer.
node-line-drift-asked = Drift asked for
node-line-drift-done = Drift computed
node-line-drift-failed = The drift failed
node-line-moved =
    Moved to: { $stage }; the search is coordinated by { $smc ->
        [partner] the partner's centre
       *[ours] our centre
    }
node-line-stored = The partner confirmed receipt of the release
## end of node

## cli
cli-drift-reading = Reading currents, wind and coast
cli-drift-drifting = Drifting
cli-drift-drawing = Drawing and writing
cli-drift-example = EXAMPLE: not a real search.
cli-drift-done = Case { $case }: { $particles } hypotheses drifted from { $first } to { $last }.
cli-drift-centre = Centre { $place }; spread { $east } km east and { $north } km north (1 s.d.).
cli-drift-level = { $level } of the probability lies in { $area } km².
cli-drift-ashore = Ashore: { $share }.
cli-drift-left = Drifted out of the current or the wind, and counted where they were before: { $share }.
cli-drift-uncertainty = Error of the modelled current: { $size } m/s on each component, remembered for { $hours } h ({ $source }).
cli-drift-exact = Current and wind taken as exact: the areas are too small for a real search.
cli-skill-hours = hours
cli-skill-windows = windows / of
cli-skill-in-50 = in 50 % (95 % ci)
cli-skill-in-90 = in 90 % (95 % ci)
cli-skill-apart = apart km
cli-skill-moved = moved km
cli-skill-score = score
cli-skill-area = 90 % km²
cli-skill-note = Windows / drifters; distances, Liu-Weisberg score and area are medians. Left out, because the forcing does not cover them: { $left } of { $all }.
cli-skill-outline = At { $time } the outline holds { $share } of the probability.
cli-skill-overlap = Region of { $level }: it covers { $outline } of the outline, { $region } of it lies in the outline; { $union } of both together is common.
cli-drift-folder = Results in { $folder }; look at map.png first.
cli-node-made = The node of { $party } stands in { $folder }.
cli-node-card = Our card for { $agreement }, to be handed to the partner: { $path }
cli-node-renewed = A new certificate stands on our card: hand { $file } to the partner, who enrols it again.
cli-node-fingerprint = Fingerprint of { $party }: { $fingerprint }
cli-node-enrolled = The partner { $party } is enrolled under { $agreement }.
cli-node-compare = Call the partner and compare both fingerprints by voice before you sign anything.
cli-keys-drawn = New keys are drawn. They sign nothing before both parties have agreed them.
cli-keys-public = { $agreement }: { $key }
cli-keys-fingerprint = { $agreement }: our card is read aloud as { $fingerprint }
cli-keys-next = Next: put the annex on the table with `comity acts table { $folder } { $agreement } keys`, read the fingerprint to the partner, and have both parties sign.
cli-keys-settled = { $agreement }: no change of keys is under way.
cli-keys-to_agree = { $agreement }: the drawn keys are not agreed by both yet; the keys in use sign alone.
cli-keys-overlap = { $agreement }: agreed by both. Old and new keys sign together until the receipt by { $partner } shows the new one.
cli-keys-passed = { $agreement }: { $partner } has followed. The new keys sign alone, and the old ones are not needed here any more.
cli-keys-offered = On the table are new keys of { $party }; its card with them is read aloud as { $fingerprint }
cli-keys-retired = The old keys are erased. Make a backup now, and destroy the copies of the old folder `keys`.
cli-backup-made = The backup { $file } is written: { $files ->
        [one] { $files } file
       *[other] { $files } files
    }, { $bytes } bytes, each with its checksum.
cli-backup-keys = It holds the keys of this node: whoever has the file can sign in our name. Keep it closed.
cli-backup-no-keys = It holds no keys: keep a copy of the folder `keys` elsewhere, for without it nothing can be restored.
cli-restore-made = The node of { $party } is restored in { $folder } as it was at { $made }.
cli-restore-next = Serve it: it asks the partner first, takes back what was signed since, and signs nothing until then.
cli-handover-made = in { $file }: { $open } open, { $nobody } of them without an office that answers for it.
cli-handover-title = Hand-over: { $agreement }, { $party }
cli-handover-moment = As of { $moment }. Version { $version } of the agreement is in force.
cli-handover-in-force = In force
cli-handover-late = Late
cli-handover-owed-by-us = Owed by us
cli-handover-owed-by-partner = Owed by the partner
cli-handover-nobody = nobody: name an office
cli-handover-folder-owner = owner of the node folder
cli-handover-due = due { $moment }
cli-handover-text = Text to sign
cli-handover-notice = Notice to acknowledge
cli-handover-request = Question
cli-handover-approval = Release to approve
cli-handover-case = Search case
cli-acts-state = { $series }: { $sentence }
cli-acts-text = { $hash } by { $party }, { $office }
cli-acts-change =   { $part } { $id }: { $change }, lets out { $lets }
cli-acts-leaves =   will leave by it: { $rule } under Article { $clause }
cli-acts-none = Nothing awaits a signature.
cli-acts-stopped = Stopped: { $what }.
cli-acts-lifted = Lifted: { $what }.
cli-acts-notice = { $party }, { $kind }: { $hash }
cli-acts-ends = The agreement ends on { $moment }.
cli-exchange-exported = { $agreement }: on the disk are { $entries ->
        [one] { $entries } entry
       *[other] { $entries } entries
    } and { $contents ->
        [one] { $contents } content
       *[other] { $contents } contents
    }.
cli-exchange-imported = { $agreement }: read and proved were { $entries ->
        [one] { $entries } entry
       *[other] { $entries } entries
    } and { $contents ->
        [one] { $contents } content
       *[other] { $contents } contents
    }.
cli-exchange-alone = { $agreement }: this node signs again without its partner, decided by { $office }.
cli-exchange-reported = { $count ->
        [one] { $count } release is
       *[other] { $count } releases are
    } in { $file }.
cli-doctor-state-ok = in order
cli-doctor-state-warning = WARNING
cli-doctor-state-failed = FAILED
cli-doctor-settings = The settings can be read; the node belongs to { $party }.
cli-doctor-served = The node is being served.
cli-doctor-free = The node is not being served.
cli-doctor-certificate = The certificate of the line to the partner is valid until { $ends }.
cli-doctor-certificate-ending = The certificate of the line to the partner ends on { $ends }, in { $days ->
        [one] { $days } day
       *[other] { $days } days
    }: agree on a new card with the partner (comity renew).
cli-doctor-certificate-ended = The certificate of the line to the partner ended on { $ends }: the partner no longer reads this node.
cli-doctor-keys = Both keys are there, and nobody else on this machine can read them.
cli-doctor-clock = The clock says { $now }.
cli-doctor-clock-behind = The clock says { $now }, and it must be later than { $least }: set it before you sign anything.
cli-doctor-fsync = The disk keeps what is written within { $median_ms } ms.
cli-doctor-fsync-slow = The disk takes { $median_ms } ms to keep what is written; signing will feel slow.
cli-doctor-disk = { $free_gb } GB are free on the disk.
cli-doctor-disk-low = Only { $free_gb } GB are free on the disk: make room soon.
cli-doctor-sqlite = SQLite { $version } is in order.
cli-doctor-sqlite-old = SQLite { $version } is in order for this node, which alone writes its database: open node.db with no other program.
cli-doctor-port = Port { $port } of { $host } is free.
cli-doctor-port-taken = Port { $port } of { $host } is taken: stop the program that uses it, or change node.toml.
cli-doctor-map = The map { $name } of this node is whole.
cli-doctor-log = The record { $origin } verifies with { $size ->
        [one] its one entry
       *[other] all of its { $size } entries
    }.
cli-doctor-partner = The partner { $party } answers at { $url }.
cli-doctor-partner-silent = The partner { $party } does not answer at { $url }: check the line and the address.
cli-doctor-partner-unknown = The partner under { $agreement } is not enrolled yet: exchange the cards and run comity enrol.
cli-node-code = One-time code for { $office }, good for a day: { $code } (open the console at { $path }).
## end of cli

## demo
demo-row-memorandum = A memorandum of 22 January 2025 frames military cooperation in law
demo-row-talks = The two ministries of defence talk
demo-row-groups = Three joint working groups decide how it is carried out and what comes next
demo-row-maritime = Information on what sails is exchanged
demo-row-rescue = People lost at sea are searched for together
demo-row-sahel = The security of the Sahel is read together against terrorism
demo-row-satellites = Open broadcasts and satellites matter
demo-row-peoples = Knowing the groups, their accords and their disputes matters as much
demo-row-contracts = New equipment contracts may follow
demo-row-technology = Partnerships in defence technology may follow
demo-row-investment = Minerals and data centres are in view
demo-row-tourism = Tourism is to grow
demo-row-administrations = The agreement outlives administrations
demo-row-sky = Nothing limits what may be added
demo-row-undisclosed = Some details are not made public
demo-row-press = The public waits to see what comes of it
demo-row-history = It follows years of dialogue and weighs a geographic position
demo-row-context = A changing presence in Africa, and the page’s own furniture
demo-scene-1 = One memorandum, one hash, agreed by both
demo-scene-2 = Talks agreed, three groups set up, a decision of both, next steps
demo-scene-3 = Ships: the partner’s view is coarser and later; a question asked and answered
demo-scene-4 = A rescue across both
demo-scene-5 = The Sahel picture, with a source for every statement
demo-scene-6 = A contract from request to reconciliation
demo-scene-7 = A technology partnership meets its export check
demo-scene-8 = Two data-centre offers compared, a minerals licence
demo-scene-9 = A tourism campaign with one indicator
demo-scene-10 = Every office and key of one side changes
demo-scene-11 = A new kind of initiative from one file
demo-scene-12 = One byte altered, and refused; the annual report
demo-state-told = told
demo-state-not-yet = not yet
demo-state-context = context
demo-list-title = The article, line by line, and the scene that makes it real
demo-list-line = { $scenes } · { $point } · { $state }
demo-banner = Comity { $version } plays the article on two nodes of this machine.
demo-example = EXAMPLE: the agreement, the offices and the case are invented and bind nobody.
demo-folder = Folder { $folder }
demo-forcing-given = Currents and wind: { $source }
demo-forcing-idealised = Currents and wind: an idealised Algerian Current and sea breeze, computed here; not a real day.
demo-party-dz = Algeria
demo-party-us = United States
demo-scene-heading = Scene { $number } · { $title }
demo-point = The article: { $point }.
demo-memorandum-read = { $party } reads the memorandum and computes its hash: { $hash }
demo-memorandum-same = The same on both nodes: { $clauses } articles, { $rules } release rules, in Arabic, English and French.
demo-signed-pending = { $party } signs { $subject } in its own log (entry { $index }): awaiting the partner, one signature binds nobody. { $hash }
demo-signed-agreed = { $party } signs { $subject } in its own log (entry { $index }): agreed by both, and both nodes say so. { $hash }
demo-subject-memorandum = the memorandum
demo-subject-decision = decision { $id }
demo-subject-keys = the annex of keys
demo-decision-tabled = The working group on { $group } tables a decision: { $title }
demo-release-refused = { $party } tries to send a drill case now. Refused: { $reason }
demo-drill-title = EXAMPLE: exercise of the rescue centre, nobody is missing
demo-drill-ended = { $party } ends the exercise { $case }: its stage is conclusion.
demo-case-opened = { $party } opens case { $id }: { $object }, last known at { $position } at { $time }.
demo-drifted = { $particles } possible objects drift for { $hours } h in { $seconds } s; { $stranded } of 1,000 come ashore.
demo-contained = Half of the possibilities lie within { $half } km², 90 % within { $ninety } km².
demo-checked = Release check, rule { $rule }: leaves exact and at once: { $leaves }. Stays home: { $stays }.
demo-released = The case leaves { $party }: entry { $index } of its log, { $bytes } bytes, { $hash }
demo-ships-heard = { $party } has heard { $ships } EXAMPLE ships for { $hours } h: { $positions } positions. Satellite detections: { $detections }, of which { $unheard } belong to nobody who was heard.
demo-ships-released = Release check, rule { $rule }: { $released } contacts leave, { $held } wait until they are old enough, { $outside } lie outside the area. Stays home: { $stays }.
demo-ships-rule = { $sentence }
demo-detections-released = Release check, rule { $rule }: { $released } satellite detections leave, { $held } wait, { $outside } lie outside the area. Stays home: { $stays }.
demo-ship-at-home = On the screen of { $party }: { $name }, MMSI { $mmsi }, { $place }, { $time }.
demo-ship-at-partner = The same ship on the screen of { $party }: contact { $name }, flag { $flag }, cell of { $place }, { $time }.
demo-ships-seen = { $party } sees { $contacts } contacts, the newest { $hours } h old, and { $detections } detections; names and exact places never left.
demo-asked = { $party } asks under Article { $article }, question { $id }: { $item }, { $area }
demo-asked-today = On { $party }’s Today: question { $id }, due { $due }
demo-answered = { $party } answers { $id } in full with what passed; entry { $index } of its log. Both nodes read the same answer.
demo-account = Both accounts are equal under Article { $article }: { $asker } asked { $asked }, { $giver } answered { $answered } and gave { $bytes } bytes.
demo-offices-changed = { $party }: “{ $old }” is ended at once, “{ $new }” succeeds it.
demo-owned = The hand-over names what is open ({ $open }), each with its office; question { $id } is now answered for by “{ $new }”.
demo-still-verifies = { $party }: its record of { $size ->
        [one] { $size } entry
       *[other] { $size } entries
    } still verifies, and nothing that was agreed has changed.
demo-keys-drawn = { $party }: new keys are drawn; its card with them is read aloud as { $fingerprint }
demo-keys-agreed = Both have signed the annex of keys { $hash }.
demo-keys-followed = { $party } has read a head that the old and the new key signed together, up to { $size } entries, and given receipt of it.
demo-keys-retired = { $party }: the old keys are erased. The receipt of before, up to { $size } entries, still proves what was signed.
demo-hand-over = { $party }: the hand-over is written: { $file }
demo-received = { $party } verifies the partner’s log up to { $size } entries, stores it and gives its receipt.
demo-same-case = Both nodes show the same case; what was released has the same hash on each: { $hash }
demo-altered = In a copy of the log of { $party }, byte { $offset } of { $file } becomes { $after } instead of { $before }.
demo-caught = Refused: { $reason }
demo-untouched = The log itself still verifies: { $size } entries, { $hash }
demo-rest = Not told yet: { $count ->
    [one] scene
   *[other] scenes
} { $scenes }. `comity demo --list` says what each will be.
demo-told = Told in { $seconds } s.
demo-serving = Both nodes keep serving ({ $dz } and { $us }). Ctrl-C stops them.
demo-ports-taken = Port { $port } or one beside it is taken: free ports are used.
demo-links = To get in, open each in a browser: it works once, then make a passkey.
demo-console-not-built = The console's pages are not built here, so there is nothing to open yet.
## end of demo

## console
console-loading = Loading
console-skip = Skip to the page
console-pages = Pages
console-pages-kept = Key 3 is kept for a page to come: the maritime picture.
console-nowhere = There is no such page.
console-close = Close
console-retry = Try now
console-page-missing = This page did not come from the node.
console-page-missing-why = The line to the node is down, or the node has newer pages than this one.
console-page-missing-remedy = When the line is back, reload: the address holds what you see.
console-leave = Sign out
console-office-folder-owner = owner of the node folder
console-language = Language
console-language-en = English
console-language-fr = Français
console-language-ar = العربية
console-mode = Display mode
console-mode-sun = By the sun
console-mode-day = Day
console-mode-dusk = Dusk
console-mode-night = Night watch
console-example = EXAMPLE: an invented agreement that binds no one
console-page-incidents = Incidents
console-page-exchange = Exchange
console-page-signatures = Signatures
console-page-agreement = Agreement
console-page-overview = Overview
console-page-handover = Hand-over
console-page-cooperation = Cooperation
console-page-ledger = Record
console-page-node = Node
console-badge-ours = Ours
console-badge-shared = Shared
console-badge-partner = Partner's
console-badge-drill = EXERCISE
console-problem-why = Why:
console-problem-remedy = What to do:
console-problem-article = Article:
console-clock-utc = UTC
console-clock-local = Time of this desk
console-truth-feeds = What this node hears
console-truth-lost = No connection
console-feed = { $feed ->
        [in] Partner
        [out] Receipts
       *[other] { $feed }
    }
console-feed-state = { $state ->
        [following] in order
        [silent] silent
        [frozen] stopped by a failed proof
       *[unknown] not heard yet
    }
console-record = Our record
console-record-verified = Record verified
console-record-broken = Record does not verify
console-lost = The node has not answered for { $age }. What is shown is what was last known.
console-lost-never = The node does not answer.
console-search = Search
console-search-hint = Incident, article, page …
console-search-results = Found
console-search-none = Nothing bears that name.
console-search-incident = Incident
console-search-page = Page
console-search-article = Article
console-level-distress = DISTRESS
console-level-warning = WARNING
console-level-caution = CAUTION
console-alarm-more = { $count ->
        [one] and { $count } more
       *[other] and { $count } more
    }
console-acknowledge = Acknowledge
console-conductor = Time
console-live = LIVE
console-replay = REPLAY
console-step-back = Previous hour
console-step-on = Next hour
console-play = Play
console-pause = Pause
console-speed = Speed
console-enter-lead = Sign in to the node.
console-enter-lead-party = Sign in to the node of { $party }.
console-enter-passkey = Sign in with a passkey
console-enter-code = One-time code
console-enter-code-hint = Printed by the node's owner. There is no password.
console-enter-open = Enter
console-enter-enrol = Make a passkey
console-enter-no-passkey = No passkey was given.
console-enter-no-passkey-remedy = Try again, or use a one-time code.
console-enter-no-node = The node does not answer.
console-enter-no-node-remedy = See that it is running, then try again.
console-enter-left = This screen has signed out, and the node does not answer yet. It ends the session as soon as it does: leave this page open, or open it again later.
console-incidents-lead = Every search in one of its five stages; its clock counts hours and minutes since the alert.
console-incident-new = New incident
console-stage-awareness = Awareness
console-stage-initial = Initial action
console-stage-planning = Planning
console-stage-operations = Operations
console-stage-conclusion = Conclusion
console-stage-awareness-means = Known here; nothing computed yet.
console-stage-initial-means = The partner alerted us, or we have begun.
console-stage-planning-means = Its drift is asked for or computed.
console-stage-operations-means = Both centres hold it.
console-stage-conclusion-means = Closed by an office here, or by its centre.
console-stage-none = None
console-send-hour = Areas at
console-role-may =
    { $role ->
        [approver] signs and releases
        [auditor] reads and verifies
        [operator] runs the node, invites offices
       *[drafter] opens cases, proposes texts
    }
console-corners-read =
    { $count ->
        [one] { $count } corner read
       *[other] { $count } corners read
    }
console-scenario =
    { $kind ->
        [area] An area
        [cone] A way from one position to another
       *[last_known_position] A last known position
    }
console-smc-is =
    { $smc ->
        [partner] the centre of { $partner }
       *[ours] our centre
    }
console-next-closed = Nothing: the case is closed
console-next-tell = Closed here, and still open in what { $partner } received: send it once more
console-stage = Stage
console-stage-now = Stage
console-smc = Search coordinated by
console-osc = On-scene co-ordinator (OSC)
console-osc-help = The unit, ship or aircraft that co-ordinates on scene. It is designated where several units work together; a SITREP names it.
console-osc-none = Nobody is designated.
console-osc-keep = Designate
console-osc-end = Relieve
console-smc-short = Coordinated by
console-stage-by = Moved by
console-stage-follows = It follows from what was done; no office has moved it.
console-since-alert = since the alert
console-field-computed = Computed
console-age-of = age
console-field-weights = Objects × weight
console-table-as = This table as
console-print = Print
console-overview-none = No agreement is held here yet.
console-ledger-none = Nothing has been signed yet.
console-exchange-preview = What the partner would see of our cases
console-exchange-preview-none = We have no case.
console-late = Late
console-questions-due = Questions of { $partner } due
console-meetings-none = No meeting within thirty days.
console-scenario-number = Hypothesis { $number }
console-scenario-add = Another hypothesis of where and when
console-field-scenario = What is known of where and when
console-field-weight = Weight
console-field-corners = Corners of the area, one on each line
console-corners-hint = At least three positions, in any form.
console-corners-few = An area has at least three corners.
console-corners-fault = Line { $line } is not a position.
console-field-from = From
console-field-to = Until
console-field-first-place = First position
console-field-last-place = Last position
console-field-time-error = Uncertainty of the time, seconds
console-time-order-fault = This is before the beginning.
console-number-fault = A number from { $least } to { $most }.
console-object-add = Another kind of object
console-remove = Remove
console-draft-kept = What you wrote before is still here.
console-draft-anew = Start anew
console-draft-from = Begun from the partner's alert
console-draft-no-alert = The partner has sent no alert of this name: the form begins empty.
console-col-roles = Roles
console-col-passkey = Passkeys, last used
console-passkey-never = never used
console-offices-not-shown = Operators and auditors see the list of offices.
console-office-ended = ended
console-office-end = End its access
console-office-end-of = End its access: { $office }
console-office-end-sure = Yes, end it now
console-office-invite = Invite an office
console-office-name = Name of the office (never of a person)
console-office-make-code = Make a one-time code
console-office-code-for = Code for
console-office-code-once = Shown this once; it makes one passkey, until
console-office-code-kept = I have handed it over
console-office-titles = What our offices are called
console-office-titles-lead = An act names an office in one fixed way. From now on its title is read in place of that name, in each reader’s language, on every page and paper. It stays in our record for good and { $partner } reads it; who may sign is another matter.
console-office-titles-of = Offices of { $party }
console-office-titles-none = No office has been given a title.
console-office-titles-may = An approver gives titles.
console-office-title-none = no title yet
console-office-title-give = Give a title
console-office-title-give-of = Give a title to { $office }
console-office-title-change = Change
console-office-title-change-of = Change the title of { $office }
console-office-title-other = Another office
console-office-title-name = Its name in acts (never of a person)
console-office-title-three = Title in three languages
console-office-title-write = Write it into our record
console-office-title-written = The title of { $office } stands in our record.
console-nature = { $nature ->
        [overdue] overdue
        [sinking] sinking
        [man_overboard] man overboard
        [distress_beacon] distress beacon
        [fire] fire on board
        [aground] aground
        [medical] medical emergency
       *[other] { $nature }
    }
console-source = { $source ->
        [distress_call] distress call
        [overdue] reported overdue
        [sighting] sighting
        [satellite_detection] satellite detection
        [ais_distress] distress device heard by AIS
        [exercise] exercise
       *[other] { $source }
    }
console-persons = { $count ->
        [one] { $count } person
       *[other] { $count } persons
    }
console-next = Next action
console-next-drift = Run the drift
console-next-wait = The drift is being computed
console-next-mend = The drift failed: mend the case and run it again
console-next-send = Send to the partner for co-ordination
console-next-reply = Read the partner's alert; open our own case
console-reply-open = Open our own case from it
console-next-watch = Both centres hold it: keep watch
console-next-gone = Nothing: what the partner sent is no longer held here
console-incident-about = About the incident
console-facts = What, where, since when
console-field-nature = Nature
console-field-source = Reported by
console-field-persons = Persons on board
console-field-lkp = Last known position
console-field-centre = Centre of the cloud
console-field-object = Drifting object
console-field-currents = Currents
console-field-wind = Wind
console-field-opened = Opened
console-field-notes = Notes
console-field-contact = Contact
console-field-seen = Time of that position (UTC)
console-field-error = Position error, m
console-field-until = Compute until (UTC)
console-field-title = Title
console-field-id = Short id
console-field-particles = Possible objects
console-error-hint = One standard deviation on each axis.
console-files = { $count ->
        [one] { $count } file
       *[other] { $count } files
    }
console-areas = Where it may be
console-areas-level = Holds
console-areas-size = Area
console-areas-of = Of { $particles } possible objects.
console-areas-ashore = Ashore: { $permille } in 1,000.
console-log = Log, newest first
console-log-none = Nothing was done yet.
console-proof-of = Entry { $position }
console-drift-run = Run the drift
console-drift-progress = Progress of the drift
console-drift-at = { $percent } % computed
console-map-of = Map of { $title }
console-map-new = Map of the position typed
console-map-lkp = Last known
console-map-zoom-in = Zoom in
console-map-zoom-out = Zoom out
console-map-attribution = Source of the map
console-map-not-for-navigation = Not for navigation
console-map-no-drift = No drift has been computed: the map shows the last known position only.
console-map-drift-running = The drift is being computed; the cloud appears here when it is done.
console-send-open = Send to { $partner } …
console-send-again = Send again to { $partner } …
console-send-title = What { $partner } will see
console-send-done-title = Sent to { $partner }
console-send-done = The case left for { $partner }: entry { $position } of our record.
console-send-released = The release check lets this leave for { $partner }.
console-send-held = The release check holds this back from { $partner } for now.
console-send-refused = The release check refuses to let this leave for { $partner }.
console-send-under = Under Article
console-send-until = It may leave at
console-send-kept = The partner keeps it until
console-send-field = Field
console-send-ours = We hold
console-send-theirs = { $partner } sees
console-send-stays = stays home
console-send-same = the same
console-send-rings = { $count ->
        [one] { $count } outline
       *[other] { $count } outlines
    }
console-send-map = The map as { $partner } will see it
console-send-signs = Sending signs the release for { $office }.
console-send-now = Send to { $partner }
console-send-no-role = Your office may read this, and an approver sends it.
console-record-field = { $field ->
        [case_id] case
        [source_class] reported by
        [nature] nature
        [object_key] drifting object
        [opened_ms] opened
        [lkp_ms] time of the last position
        [lkp] last known position
        [lkp_error_m] position error
        [persons_on_board] persons on board
        [containment_ms] time of the areas
        [containment_50] area of 50 %
        [containment_75] area of 75 %
        [containment_90] area of 90 %
        [containment_95] area of 95 %
        [stranded_permille] share ashore
        [answers] case that it answers
        [plan] plan
        [centre] centre
        [object_keys] drifting objects
        [pos_permille] POS, per mille
        [pos_bound_permille] upper bound of POS, per mille
        [unit] units
        [sortie] sortie
        [platform] kind of unit
        [altitude_m] height, m
        [speed_mm_s] speed, mm/s
        [pattern] pattern
        [track_spacing_m] track spacing, m
        [coverage_permille] coverage, per mille
        [pod_permille] POD, per mille
        [unit_pos_permille] POS of each unit, per mille
        [begins_ms] search begins
        [ends_ms] search ends
        [area_ms] time of the area
        [area] search areas
        [legs_ms] times of the legs
        [legs] legs
        [is_searching] legs on which it searches
        [worksheet] worksheet
        [search] number of the search
        [lateral_range] law of detection
        [sweep_width_m] sweep width, m
        [name] name of the file
        [status] state
        [notes] notes
        [contact] contact
       *[other] { $field }
    }
console-place-hint = Degrees and minutes, seconds, or decimals: any form is read.
console-place-empty = Type the position.
console-place-unreadable = This is not a position.
console-place-one = Both latitude and longitude are needed.
console-place-letters = One part needs N or S, the other E or W.
console-place-minutes = Minutes are whole degrees and less than 60.
console-place-seconds = Seconds follow whole minutes and are less than 60.
console-place-latitude = Latitude ends at 90°.
console-place-longitude = Longitude ends at 180°.
console-place-sign = Use a letter or a sign, not both.
console-time-fault = Write it as 2026-11-22T15:00:00Z.
console-until-fault = The end comes before the position.
console-id-hint = Said on the telephone.
console-id-fault = Small letters, digits and hyphens only.
console-more-fields = Notes, contact, precision
console-stays-home = Stays home: never sent by itself.
console-forcing-used = Currents: { $currents ->
        [one] { $currents } file
       *[other] { $currents } files
    }, wind: { $wind ->
        [one] { $wind } file
       *[other] { $wind } files
    }, from
console-forcing-short = The currents and wind here cover { $first } to { $last }. This case runs from { $from } to { $until }: it can be opened and sent, and no drift can be computed for it before files of that time are here.
console-incident-open = Open the incident
console-check-opens = Ready: the node accepts it.
console-exchange-lead = What left for { $partner } and what arrived, under which article.
console-direction-in = From { $partner } to us
console-direction-out = From us to { $partner }
console-direction-word-in = arrived
console-direction-word-out = left
console-since = Since
console-moved-out = Left
console-moved-in = Arrived
console-moved-out-none = Nothing has left.
console-moved-in-none = Nothing has arrived.
console-moved-state = { $state ->
        [sent] sent
        [stored] received by the partner
        [on_its_way] on its way
        [received] received
       *[other] { $state }
    }
console-item = { $kind ->
        [rescue_case] search and rescue case
        [rescue_plan] search plan
        [rescue_search] search in vain
       *[other] { $item }
    }
console-col-when = When
console-col-what = What
console-col-article = Article
console-col-state = State
console-col-content = Content
console-col-proof = Proof
console-col-entry = Entry
console-col-office = Office
console-col-hash = Hash
console-col-receipt = Receipt
console-col-domain = Domain
console-col-group = Group
console-col-last = Last exchange
console-col-next = Next step
console-agreement-agreed = Agreed by both
console-agreement-not-agreed = Not agreed by both yet
console-agreement-languages = Languages side by side
console-article = Article { $article }
console-article-at-work = at work
console-article-waits = waits for a decision
console-article-no-text = This node does not hold the signed text in this language.
console-article-rule = Release rule
console-article-decisions = Decisions:
console-signatures-lead = What waits for our signature. Reading comes first; signing is a separate act, and for good.
console-signatures-choose = Choose a text to read it.
console-awaiting-us = Awaiting our signature
console-awaiting-us-none = Nothing waits for us.
console-awaiting-partner = Awaiting { $partner }
console-awaiting-partner-none = Nothing waits for the partner.
console-arrived = Arrived
console-arrived-none = Nothing has arrived.
console-all-texts = All texts
console-series = { $name ->
        [agreement] The memorandum
        [keys] The annex of keys
       *[other] { $name }
    }
console-series-rescue = { $what ->
        [smc] Who co-ordinates the search
       *[resource] A unit lent for the search
    }
console-tabled-by = Put on the table by
console-read-articles = Read the articles side by side
console-signed-by = Signatures
console-signed = signed
console-turned-down = turned it down
console-signed-none = Nobody has signed yet.
console-sign-read = I have read the texts above.
console-keys-new = New keys of { $party }
console-keys-now = Card with the keys in use
console-keys-then = Card with the new keys
console-keys-compared = I have compared the fingerprint of the new keys with the partner by voice: it is the same.
console-sign-as = The signature is that of { $office }.
console-sign-no-role = Only an approver signs.
console-ledger-lead = What each party wrote, entry by entry. This browser checks the proofs itself and believes nobody.
console-ledger-logs = Whose record
console-ledger-own = Ours
console-ledger-partner = That of { $partner }
console-ledger-entries = Entries
console-ledger-size = { $count ->
        [one] { $count } entry
       *[other] { $count } entries
    }
console-entry = { $kind ->
        [text] text tabled
        [vote] signature
        [beat] time declared
        [release] release
        [notice] notice given
        [ack] receipt of a notice
        [message] message
       *[unread] not readable
    }
console-receipted = The partner holds it
console-receipt-none = none
console-proof = Proof
console-proof-holds = Entry { $position } stands in the record
console-proof-fails = The proof does not hold
console-proof-by-browser = Verified by this browser in { $took }.
console-proof-step-leaf = Hash of the entry
console-proof-step-path = { $count ->
        [one] { $count } hash leads
       *[other] { $count } hashes lead
    } to the head of { $size } entries
console-proof-step-signed = The head is signed by
console-proof-receipt = holds { $size ->
        [one] { $size } entry
       *[other] { $size } entries
    } of it, receipt given
console-proof-entry = What was signed, to the byte
console-untrusted-key = A key is not the one that its name says.
console-untrusted-note = The signed head is damaged.
console-untrusted-signature = A signature is not genuine.
console-untrusted-unsigned = No known key has signed the head.
console-untrusted-checkpoint = The head of the record is malformed.
console-untrusted-entry = The entry did not arrive whole.
console-untrusted-inclusion = Its hashes do not lead to the signed head.
console-overview-work = Records of cooperation
console-overview-groups = Working groups
console-overview-open = { $count } open
console-overview-late = { $count } late
console-overview-awaiting-us = { $count } await us
console-overview-awaiting-partner = { $count } await the partner
console-overview-lead = The memorandum on one page. Lines at work: { $working } of { $all }.
console-not-yet = not yet
console-node-lead = Our own machine. Version
console-node-health = Health
console-node-free = Free on the disk
console-node-database = Database
console-node-card-ours = Our card
console-node-card-theirs = The partner's card
console-node-fingerprint = Fingerprint: compare it by voice.
console-node-address = Address
console-node-log-key = Key of the record
console-node-no-card = No card of the partner is known yet.
console-node-offices = Offices that may sign in
console-role = { $role ->
        [drafter] drafter
        [approver] approver
        [auditor] auditor
       *[operator] operator
    }
console-passkeys = { $count ->
        [one] { $count } passkey
       *[other] { $count } passkeys
    }
console-node-add-passkey = Add a passkey for this office
console-node-your-passkeys = Your office has { $count } under this name of the node.
console-node-screen = This screen
console-map-borders-of = Borders as { $party } draws them
console-positions = Positions
console-form-dm = Degrees, minutes
console-form-dms = Degrees, minutes, seconds
console-form-decimal = Decimal degrees
console-desk-at = The desk stands at
console-desk-unknown = The settings name no place of the desk: the meridian of its clock serves.
console-map-own = The map of this node is drawn.
console-map-shipped = The map that ships with Comity is drawn.
console-map-stand-in = Until then the map that ships with Comity stands in.
console-keys-alone = Single keys
console-keys-act = Keys act alone
console-keys-rest = Keys do nothing
console-node-keys = Keys

# The watch map and its moving picture.
console-page-watch = Watch map
console-watch-map = Map of the watch
console-watch-cases = Open cases
console-watch-none = No case is open. A new incident, and one that the partner sends, appears here.
console-watch-open = Open the incident
console-watch-no-hour = No cloud at this time: the drift goes from { $first } to { $last }.
console-watch-show-hour = Show its last hour
console-watch-areas-ours = Areas computed here, at
console-watch-areas-partner = Areas released by { $partner }, at
console-watch-keys = ↑ ↓ choose a case · Enter opens it · Esc shows all · + − zoom
console-picture = Moving picture
console-picture-live = Live picture
console-picture-replay = Replayed picture
console-picture-opening = The picture is being opened …
console-picture-none = Nothing moves: no drift has been computed here yet.
console-picture-areas-only = No moving points of our own. The areas on the map are those that { $partner } released.
console-picture-lost = The line of the picture is lost
console-picture-not-yet = No picture yet: the node does not answer.
console-picture-kept = Last picture of { $time } kept; told { $age } ago.
console-picture-source = { $source ->
    [cases] Drift of cases: { $count } points
   *[other] { $source }: { $count } points
}
console-picture-points = { $points ->
        [one] { $points } point
       *[other] { $points } points
    } in this view
console-picture-dense = { $points ->
        [one] { $points } point
       *[other] { $points } points
    } in this view, shown as density
console-picture-density = Density of points, in cells of { $width } or wider; come nearer to see each
console-picture-empty = No point in this view at this time.
console-picture-thin = Thin line (20 kB/s at most)
console-questions-none = No question of the partner is open.
console-request-due = due
console-request-was-due = was due
console-approvals = Approved by one office, waiting for another
console-approved-by = Approved by
console-approvals-missing = { $count ->
    [one] one approval missing
   *[other] { $count } approvals missing
}
console-approval-until = until
console-drafts = Drafts, kept at home
console-drafts-none = No draft is kept.
console-draft-stale = written for a version that has passed, or not sound yet
console-differs-none = Nothing differs.
console-differs-part = { $part ->
    [clauses] Article
    [rules] Release rule
    [areas] Area
    [groups] Working group
    [domains] Domain
    [kinds] Kind of item
    [parties] Party
    [relations] Relation
    [texts] Signed texts
    [title] Title
    [limits] Limits
    [retention] How long anything is kept
    [termination] Termination
   *[other] { $part }
}
console-differs-added = new
console-differs-removed = taken out
console-differs-changed = changed
console-differs-field = What
console-differs-before = Before
console-differs-after = After
console-differs-title = What it changes
console-differs-from = Against the version in force,
console-lets-more = more leaves
console-lets-less = less leaves
console-lets-otherwise = otherwise leaves
console-leaves-title = What will leave by it that did not before
console-leaves-none = By this text nothing more leaves than today.
console-turn-ours = It is our turn to propose
console-turn-partner = It is the turn of { $partner } to propose
console-turn-either = Either party may propose
console-version-round = version { $round }
console-by-passkey = with a passkey
console-by-session = without a passkey
console-text-in-force = In force from
console-text-result = Hash of the agreement that it makes
console-text-open-until = Open until
console-sign-open = Go to the signature …
console-turn-down-open = Turn this version down …
console-turn-down-hint = Whoever turns a version down says no to all its texts, for good; the next version opens.
console-act-title = Signature
console-act-title-down = Turning a version down
console-act-lead = This is the act as it will stand in the record, for good.
console-act-lead-down = This is the act as it will stand in the record, for good: no text of this version will be agreed.
console-act-field = { $field ->
    [party] Party
    [office] Office
    [agreement] Agreement
    [agreement_hash] Hash of the agreement in force
    [series] Text
    [parent] Follows
    [round] Version, counted from 0
    [choice] Signed hash
    [at_ms] At
    [ends_ms] To be signed until
    [nonce] Number used once
   *[other] { $field }
}
console-act-nothing = none of the texts
console-act-hash = Hash of this act
console-act-checked = This browser has computed the hash of the act above: it is what the passkey is asked to sign.
console-act-differs = The node asks the passkey for something else than what it shows.
console-act-differs-remedy = Sign nothing, and call the node's operator.
console-act-sign-key = Sign with the passkey
console-act-down-key = Turn down with the passkey
console-act-sign-example = Sign without a passkey (demonstration)
console-act-down-example = Turn down without a passkey (demonstration)
console-act-no-passkey = This office has no passkey here; it makes one on the page “Node”.
console-act-example = This agreement is an EXAMPLE and binds nobody: in the demonstration the session alone may sign. A real agreement is signed with a passkey only.
console-page-requests = Questions
console-requests-lead = What { $partner } asks of us and until when, what we asked, and where each question stands. An answer leaves through the release check only.
console-requests-theirs = Asked of us by { $partner }
console-requests-theirs-none = No open question to us.
console-requests-ours = Asked of { $partner } by us
console-requests-ours-none = No open question of ours.
console-requests-closed = Closed
console-requests-closed-none = No question has been closed.
console-requests-choose = Choose a question, or ask one.
console-request-unknown = There is no such question here.
console-request-from = From and to
console-request-period = For the time
console-request-sent-at = Sent
console-request-received = received by the other party
console-request-not-received = not received yet
console-request-decided = Decided
console-request-contents = Answered with
console-request-late-contents = Came after the due time
console-draft-give-up = Give this draft up
console-draft-give-up-sure = The draft and what you have written in it go.
console-draft-give-up-now = Give it up now
console-draft-give-up-not = Keep it
console-ask-new = Ask a question
console-ask-title = A question to { $partner }
console-ask-change = Draft
console-ask-choose = choose …
console-ask-clause = Under which article
console-ask-item = What is asked for
console-ask-purpose = Purpose
console-ask-no-purpose = No release rule lets this leave yet: the answer can only be no.
console-ask-about = About
console-ask-about-area = an area of the agreement
console-ask-about-box = an area between two corners
console-ask-about-ship = a ship
console-ask-about-group = an organised group
console-ask-area = Area
console-ask-south-west = South-west corner
console-ask-north-east = North-east corner
console-ask-box-hint = In any form, such as
console-ask-ship = MMSI or IMO number
console-ask-ship-hint = Nine digits, or IMO and seven digits
console-ask-group = Number of the group
console-ask-group-hint = Never a person: the agreement forbids it.
console-ask-from = From
console-ask-to = To
console-ask-due = Due
console-ask-instant-hint = UTC, such as
console-ask-fault-calendar = No calendar has this day or hour.
console-ask-fault-box = This corner must lie north of the other.
console-ask-keep = Keep as a draft
console-ask-send = Send to { $partner }
console-ask-signs = Sending puts the question in the record under { $office }.
console-ask-no-role = Only an approver sends, answers, declines or withdraws.
console-purpose = { $purpose ->
    [search_and_rescue] search and rescue
    [maritime_safety] maritime safety
    [maritime_security] maritime security
    [regional_security] regional security
    [training] training
    [equipment] equipment
    [technology] technology
   *[other] { $purpose }
}
console-answer-title = Answer
console-answer-with = Cases that answer it
console-answer-whole = This is all: nothing more will come
console-answer-preview = See what would leave
console-answer-leaves = Leaves:
console-answer-stays = Stays with us:
console-answer-is-answered = This answers the question in full.
console-answer-is-partly = This answers the question in part. Of what does not leave, the partner is told nothing.
console-answer-is-nothing = Nothing of this may leave. Choose something else, or decline.
console-answer-send = Send the answer to { $partner }
console-answer-hint = The release check comes first; what passes leaves under { $office } and stands in the account.
console-decline-title = Decline
console-decline-article = Under which article
console-decline = Decline the question
console-decline-hint = { $partner } is told the article and nothing else.
console-exchange-questions = { $count ->
    [0] { $partner } waits for no answer of ours
    [one] { $partner } waits for our answer to one question
   *[other] { $partner } waits for our answers to { $count } questions
}
console-exchange-late = { $count ->
    [one] one is late
   *[other] { $count } are late
}
console-batches = Waiting for the next batch
console-batches-next = leaves
console-account = Account per article
console-account-lead = What each party gave, asked and answered. Both nodes show the same figures once both hold the same entries.
console-account-month = Month
console-account-party = Party
console-account-given = Given
console-account-bytes = Size
console-account-asked = Asked
console-account-answered = Answered
console-account-in_part = In part
console-account-declined = Declined
console-account-unanswered = Not answered in time
console-account-none = Nothing was given or asked yet.
console-account-counted = Entries counted:
console-audit = What left: the audit report
console-audit-lead = Each release with its article, its form and its place in the signed record.
console-audit-failed = The report could not be made. Try again; if it stays so, look at the page “Node”.
console-moved-replaced = In its stead:
console-mend-open = Correct or withdraw …
console-mend-title = Correct or withdraw what left
console-mend-how = What shall happen
console-mend-correct = Release it again, as it stands now, in its stead
console-mend-recall = Withdraw it: both erase it, the record keeps that it was there
console-mend-why = Why
console-mend-reason = { $why ->
    [wrong] it was wrong
    [outdated] it is out of date
    [released_in_error] it was released in error
    [duplicate] it was there already
    [no_longer_allowed] it is no longer allowed
   *[other] { $why }
}
console-mend-hint = { $partner } is told the reason. This stands in the record for good.
console-mend-now-correct = Release it again
console-mend-now-recall = Withdraw it
console-versions = Versions in force
console-versions-go = Versions and notices
console-versions-number = Version
console-versions-since = In force since
console-versions-now = in force now
console-versions-show = Show as it was
console-versions-none = No version has been signed by both yet.
console-versions-at = In force on the day
console-versions-from = Compare version
console-versions-to = with version
console-versions-then = In force on
console-versions-no-day = A day is written as year, month, day, with hyphens.
console-versions-nothing-then = No version was in force on that day.
console-versions-step = Changed by the step
console-version-texts = Signed texts:
console-notices = Notices and stops
console-notices-none = No notice has been given.
console-notices-ends = By a notice that was received, this agreement ends
console-notices-no-role = Only an approver gives a notice; an approver or an operator stops.
console-notices-as = This is done as { $office }.
console-notice-kind = { $kind ->
    [termination] notice of termination
    [freeze] the other record is no longer followed
    [thaw] the other record is followed again
   *[unread] not readable
}
console-notice-received = Received
console-notice-not-received = not received yet
console-notice-ends = Takes effect
console-notice-open = Give notice of termination …
console-notice-acknowledge-open = Confirm receipt …
console-stop-release = Our releases
console-stop-partner = The record of { $partner }
console-stop-none = Nothing is stopped.
console-stop-stands = Stopped since
console-stop-open = Stop at once …
console-stop-lift-open = Lift the stop …
console-stop-why = { $why ->
    [key_lost] a key is lost
    [key_stolen] a key is stolen
    [record_contradicts_itself] the record contradicts itself
    [restored_from_copy] restored from a copy
    [change_of_administration] change of administration
   *[other] { $why }
}
console-notices-act-stop = Stop at once
console-notices-act-stop-lead = It takes effect on this node when you press the button. Nothing that was signed is lost, and the stop can be lifted.
console-notices-act-stop-now = Stop
console-notices-act-lift = Lift a stop
console-notices-act-lift-lead = What was stopped goes on from where it stood.
console-notices-act-lift-now = Lift the stop
console-notices-act-terminate = Notice of termination
console-notices-act-terminate-lead = { $partner } is told in the record, for good. The period of the agreement runs from the day on which { $partner } confirms receipt.
console-notices-act-terminate-now = Give notice
console-notices-act-acknowledge = Receipt of a notice
console-notices-act-acknowledge-lead = The period of the notice runs from this receipt. It stands in the record for good.
console-notices-act-acknowledge-now = Confirm receipt
console-receipts = Receipts
console-receipts-own = Our record, held by { $partner }
console-receipts-partner = The record of { $partner }, held by us
console-receipts-held = Entries held:
console-receipts-given = Receipt given
console-receipts-verified = verified by this browser
console-receipts-none = No receipt yet.
console-receipts-where = The receipt stands under { $partner }’s copy of our record, not under our own: that is why “comity ledger verify” finds it there, and why it is shown here with the key that gave it.
console-contradictions = What contradicts the record
console-contradictions-none = Nothing has contradicted the record.
console-contradictions-no-role = An auditor, an approver or an operator sees this.
console-contradiction-file = { $part ->
    [pinned] The head that was trusted
    [offered] The head that was offered
    [altered] The file that does not fit
   *[other] { $part }
}
# An amendment and a decision while they are written; what a second office approves.
console-amend-open = Draft an amendment
console-amend-back = Back to the articles
console-amend-this = Amend this article
console-amend-title = A new amendment
console-amend-title-kept = A draft of an amendment
console-amend-lead = It is kept on our node. { $partner } sees it only once it is put on the table, and it binds nobody until both have signed.
console-amend-name = Title of the amendment
console-amend-in-force = In force from
console-amend-day-hint = A day, such as
console-amend-open-hint = The last day (UTC) on which it may be signed; empty: it stays open.
console-amend-draft = Name of the draft
console-amend-draft-hint = Small letters, digits and hyphens.
console-amend-article = Article to change
console-amend-article-hint = One amendment may change several.
console-amend-leave = Leave this article as it is
console-amend-text = Text, equally authentic in each language
console-amend-fault-empty = This text is missing.
console-amend-fault-heading = A line that begins with ## would open another article.
console-amend-fault-too_long = This text is too long.
console-amend-fault-hidden = A hidden sign stands in this text.
console-amend-doubt-numbers = The numbers are not the same in every language.
console-amend-doubt-same_languages = Not every language has changed: the three texts are equally authentic.
console-amend-rule-hint = A number with its unit:
console-amend-keep = Keep the draft
console-amend-no-role = Only a drafter writes and tables texts.
console-amend-not-whole = Still missing: a title in each language, a day, and something that changes.
console-amend-changed = The form has changed since the draft was kept: keep it again to see what it changes.
console-amend-read = I have read what it changes.
console-amend-table = Put it on the table for { $partner }
console-amend-table-hint = Once on the table it stands in the record, and { $partner } reads it. Signing it is a separate act.
console-decide-open = Draft a decision
console-decide-this = Draft the decision that puts it to work
console-decide-title = A decision of a working group
console-decide-lead = It puts an article to work that waits for one, once both have signed it.
console-decide-article = Article that it puts to work
console-decide-id = Name of the decision
console-decide-name = Title of the decision
console-decide-text = What is decided
console-draft-unknown = No draft of this name is kept any more: it was put on the table, or given up.
console-differs-text = Text of Article { $article }
console-versions-today = Back to what is in force now
console-approved-by-us = Our office has approved it; another office must.
console-approval-look = Read, then approve
console-approval-kept = Your approval is kept. Nothing has left yet.
console-approval-no-role = Only an approver approves.
console-moved-erased = Erased on
console-rule-field = { $field ->
    [approve] Who approves
    [delay_s] Leaves how long after
    [time_bucket_s] Times rounded to
    [grid_mdeg] Positions rounded to
    [keep_for_s] Kept for at most
   *[other] { $field }
}
console-rule-approve = { $approve ->
    [auto] No office
    [one-officer] One office
    [two-officers] Two offices
   *[other] { $approve }
}
console-remembered-rolled_back = The node serves an older record than this browser has verified before. It is not believed.
console-remembered-forked = The node serves another record than this browser has verified before. It is not believed.
console-remembered-other_keys = The record is signed with another key than before. Compare it with the annex of keys that both signed.
console-remembered-before = Verified before
console-remembered-now = Served now
console-remembered-take = Take both heads away as evidence
console-remembered-annex = Open the annex of keys
console-remembered-accept = I have compared: take the new key
console-remembered-replaced-partner = The key of { $partner } was replaced on { $when }: the old key and the new one both signed.
console-remembered-replaced-own = Our key was replaced on { $when }: the old key and the new one both signed.
console-origin = source:
### Console: ships on the watch

console-maritime-ships = Ships
console-maritime-ship = Ship
console-maritime-find = Name, MMSI, IMO number or call sign
console-maritime-none-found = No ship of this name or number is in the picture.
console-maritime-no-name = Name not told
console-maritime-groups = Shown on the map
console-maritime-group-cargo = Cargo
console-maritime-group-tanker = Tanker
console-maritime-group-passenger = Passenger
console-maritime-group-fishing = Fishing
console-maritime-group-leisure = Leisure
console-maritime-group-service = Service
console-maritime-group-other = Other
console-maritime-seen = heard { $age } ago
console-maritime-heard = Last heard { $age } ago,
console-maritime-by = by
console-maritime-feed-state = { $state ->
    [stalled] is silent.
    [waiting] is lost; it is tried again.
    [connecting] is being reached …
   *[other] cannot be opened.
}
console-maritime-shedding = { $level ->
    [picture] More is heard than this machine takes in: the moving picture leaves out reports. Distress and acts are never left out.
    [tracks] More is heard than this machine takes in: picture and tracks leave out reports. Distress and acts are never left out.
   *[other] More is heard than this machine takes in: reports are left out. Distress and acts are never left out.
}
console-maritime-no-feed = No receiver is connected to this node.
console-maritime-type = { $type ->
    [fishing] Fishing
    [tug] Tug or towing
    [dredging] Dredging
    [diving] Diving
    [military] Military ship
    [sailing] Sailing
    [pleasure] Pleasure craft
    [wing_in_ground] Wing-in-ground craft
    [port_tender] Port tender
    [anti_pollution] Anti-pollution vessel
    [high_speed] High-speed craft
    [pilot] Pilot
    [search_and_rescue] Search and rescue
    [law_enforcement] Law enforcement
    [medical] Medical transport
    [passenger] Passenger
    [cargo] Cargo
    [tanker] Tanker
    [other] Other
   *[unknown] Type not told
}
console-maritime-class = class { $class }
console-maritime-status = { $status ->
    [0] Under way using engine
    [1] At anchor
    [2] Not under command
    [3] Restricted manoeuvrability
    [4] Constrained by her draught
    [5] Moored
    [6] Aground
    [7] Engaged in fishing
    [8] Under way sailing
    [14] Distress device, active
   *[other] Status { $status }
}
console-maritime-callsign = Call sign
console-maritime-imo = IMO number
console-maritime-flag = Flag (by MMSI)
console-maritime-position = Position
console-maritime-sog = Speed over ground
console-maritime-cog = Course over ground
console-maritime-heading = Heading
console-maritime-eta = ETA told
console-maritime-draught = Draught
console-maritime-size = Length × beam
console-maritime-destination = Destination told
console-maritime-track = Track of the last 24 h: { $fixes ->
        [one] { $fixes } fix
       *[other] { $fixes } fixes
    }, { $way }
console-maritime-show = Show on the map
console-maritime-close = Close the ship's card

## end of console

## console cooperation
console-coop-sections = Pages of cooperation
console-coop-section-groups = Groups
console-coop-section-meetings = Meetings
console-coop-section-decisions = Decisions
console-coop-section-actions = Actions
console-coop-section-documents = Documents
console-coop-level-national = Ours only
console-coop-level-bilateral = Both parties
console-coop-level-public = Public
console-coop-level-national-means = National: it stays with us and enters no act.
console-coop-level-bilateral-means = Bilateral: both parties read it, nobody else.
console-coop-level-public-means = Public: everybody may read it once both have signed.
console-coop-withheld = Withheld from the public: { $field }
console-coop-withheld-by = By the decision
console-coop-withheld-until = public from
console-coop-withheld-for-good = no day is set for publishing it
console-coop-binds = authentic text
console-coop-translation = translation, does not bind
console-coop-no-text = The text in this language is missing.
console-coop-yes = yes
console-coop-no = no
console-coop-nothing = nothing
console-coop-open-record = Open the record
console-coop-act-sets = It sets:
console-coop-act-sets-nothing = It changes the state only; every field stays as it is.
console-coop-waits-us = one signature of two, ours is missing
console-coop-waits-partner = one signature of two, { $partner } has not signed
console-coop-named = { $name }: { $what }
console-coop-until = until
console-coop-waits-nobody = On the table, signed by nobody yet
console-coop-on-the-table = On the table
console-coop-one-is-pending = It changes nothing until both have signed the same text.
console-coop-not-signed = has not signed yet
console-coop-by-one = said by { $party }
console-coop-by-both = signed by both, proposed by { $party }
console-coop-history = What was done
console-coop-history-none = Nothing was done yet.
console-coop-not-counted = Written, and did not count
console-coop-since = since
console-coop-late = late
console-coop-not-receipted = The partner's receipt is still missing
console-coop-title-three = Title in three languages
console-coop-owner = Answers for it
console-coop-due = due
console-coop-clauses = Stands under
console-coop-version = Version
console-coop-hash-hint = Only the hash of the file is written; the file stays on this machine.
console-coop-such-as = Such as
console-coop-moves = What can be done now
console-coop-needs-both = both must sign
console-coop-needs-one = one party says it
console-coop-not-ours = for { $partner } to do
console-coop-need-met = there
console-coop-need-missing = missing
console-coop-another-waits = Another text on this record is on the table already.
console-coop-table-sign = Put on the table and sign: { $move }
console-coop-make = Do it: { $move }
console-coop-leave = Leave it
console-coop-table-hint = The text goes on the table for { $partner } to read; it takes effect when both have signed it.
console-coop-make-hint = It stands in our record for good, and { $partner } reads it.
console-coop-no-role = Your office may read this; a drafter writes it, an approver signs it.
console-coop-national = What we keep at home
console-coop-national-means = { $partner } never reads it: it stands in no act, no paper and no exchange.
console-coop-national-keep = Keep at home
console-coop-national-write = Write a note of our own
console-coop-waiting-for-us = { $count ->
    [one] { $count } text waits for our signature
   *[other] { $count } texts wait for our signature
    }
console-coop-field = { $field ->
    [title] Title
    [text] Text
    [terms] Terms of reference
    [domains] Domains
    [domain] Domain
    [co_chairs] Co-chairs
    [cadence] Meets every
    [group] Working group
    [number] Number
    [starts_ms] Begins
    [ends_ms] Ends
    [time_zone] Time zone
    [place] Place
    [agenda] Agenda
    [delegations] Delegations, by office
    [minutes] Minutes
    [review_ms] Review on
    [expires_ms] Expires on
    [from_meeting] From the meeting
    [from_decision] From the decision
    [effects] Effects
    [due_ms] Due on
    [depends_on] Depends on
    [proof] Proof
    [initiative] Initiative
    [template] Template
    [template_hash] Hash of the template
    [roles] Roles
    [next_review_ms] Next review
    [value] Value
    [items] Items
    [milestones] Milestones
    [indicators] Indicators
    [details] Details
    [flow_kind] Kind of flow
    [from_party] From
    [to_party] To
    [planned_ms] Planned for
    [amount] Amount
    [item] Item
    [quantity] Quantity
    [unit] Unit
    [actual_ms] Took place on
    [evidence] Evidence
    [check_kind] Kind of check
    [scope] Scope
    [host_party] Host
    [done_ms] Done on
    [finding] Finding
    [waived_why] Why it is waived
    [corrective_actions] Corrective actions
    [document_kind] Kind of document
    [about] About
    [on] Dated
    [renditions] Files by language
    [owner_party] Party that answers for it
    [owner_office] Office that answers for it
    [clause_refs] Articles
    [authentic] Languages that bind
    [level] Who may read it
    [visibility] Who may read single fields
    [withheld] Withheld from the public
    [supersedes] Replaces
    [release_rules] Release rules
    [brief] Our brief
    [own_notes] Our own notes
    [position] Our position
    [assignee] Given to (office)
    [cost] Our cost
    [draft_notes] Notes on the draft
    [priorities] Our priorities
    [reservation_price] Our limit of price
    [need_analysis] Our analysis of need
    [budget_line] Budget line
    [bank_detail] Bank details
    [storage_place] Place of storage
    [method_notes] Notes on the method
    [exact_place] Exact place
   *[other] { $field }
    }
console-coop-propose-lead = { $partner } reads it as soon as it is proposed. What binds both needs both signatures.
console-coop-propose = Propose it to { $partner }
console-coop-id = Name of the record
console-coop-not-whole = Still missing: every field in each language, with its days.
console-coop-past = A past day is shown: nothing can be done with it.
console-coop-groups-none = No working group has been proposed yet.
console-coop-group-new = Propose a working group
console-coop-offices-only = Offices, never names of persons.
console-coop-next-meeting = Next meeting
console-coop-next-meeting-none = No meeting is planned.
console-coop-meeting-new = Propose a meeting
console-coop-open-actions = Open actions
console-coop-actions-none = No action is open.
console-coop-decisions-in-force = Decisions in force
console-coop-decisions-none = No decision of this kind.
console-coop-documents-none = No document yet.
console-coop-day = Day
console-coop-from = From
console-coop-to = Until
console-coop-item = Item { $number }
console-coop-item-up = Move item { $number } up
console-coop-item-down = Move item { $number } down
console-coop-item-out = Take item { $number } off the agenda
console-coop-item-add = Another item
console-coop-one-a-line = One on each line.
console-coop-minutes-take = Minutes, item by item
console-coop-minutes-keys = Kept in this browser while you write; Ctrl and Enter goes on to the next text.
console-coop-minute-of = What was said on item { $number }
console-coop-minutes-whole = Opening and conclusions
console-coop-minutes-again = Draft the minutes anew
console-coop-missing = Missing:
console-coop-record-decision = A decision from item { $number }
console-coop-record-action = An action from item { $number }
console-coop-from-item = It falls under item { $number }. { $partner } reads it as soon as it is proposed; what binds both needs both signatures.
console-coop-meeting-lead = Day, agenda and place go to { $partner } as a proposal; the meeting is agreed when both have signed.
console-coop-meeting-ahead = This meeting is planned for { $day }. If it is held today, change its day first.
console-coop-minutes-ahead = These minutes are taken before the day for which the meeting is planned: { $day }.
console-coop-meeting-number = It will be number
console-coop-meetings-coming = To come and in session
console-coop-meetings-minutes = Minutes to finish
console-coop-meetings-past = Done
console-coop-meetings-none = No meeting here.
console-coop-when = When
console-coop-outcome = What came of it
console-coop-show = Which decisions
console-coop-show-force = In force
console-coop-show-waiting = Waiting
console-coop-show-review = Review soon
console-coop-show-all = All
console-coop-decision-new = Propose a decision
console-coop-follows-from-it = What follows from it
console-coop-choose = Choose one to read it. What { $partner } has not signed binds nobody.
console-coop-make-of = { $move }: { $title }
console-coop-countersign = Sign the acceptance
console-coop-both = Both parties
console-coop-all = All
console-coop-only-late = Late only
console-coop-action-new = Propose an action
console-coop-column-open = Open
console-coop-column-done_claimed = Said to be done
console-coop-column-accepted = Accepted by both
console-coop-column-none = None.
console-coop-document-new = Propose a document
console-coop-papers = Papers of meetings and decisions
console-coop-papers-lead = Made from the record; the same original is the same file on both nodes.
console-coop-papers-none = Nothing has been agreed on paper yet.
console-coop-paper-agenda = Agenda
console-coop-paper-minutes = Minutes
console-coop-paper-decision = Decision
console-coop-paper-holder = The original of { $party }
console-coop-paper-get = { $paper }, the original of { $party }, as { $ending }
console-coop-media = Kind of file
console-coop-compared = Compared
console-coop-compare = Compare a file that you hold
console-coop-same-file = this file, byte for byte
console-coop-other-file = It is none of the files above.
console-coop-file-choose = Choose a file …
console-coop-presenter = Presented by (an office)
console-coop-outcome-none = Nothing has come of it yet.
console-coop-file-none = no file chosen
console-coop-document-other = another kind …
console-coop-document-word = Its word
console-coop-renditions-none = No file has been named yet.
console-coop-effect = { $effect ->
    [open] It opens
    [move] It moves
    [adopt_template] It adopts the template
    [release_rule] It takes note of the release rule
   *[other] { $effect }
    }
### Cooperation: roadmap, initiatives, checks, calendar, contributions, public preview.
console-coop-section-roadmap = Roadmap
console-coop-section-initiatives = Initiatives
console-coop-section-checks = Checks
console-coop-section-calendar = Calendar
console-coop-section-matrix = Contributions
console-coop-section-public = Public preview
console-coop-plan-work = Work
console-coop-plan-today = Today
console-coop-plan-steps = Milestones
console-coop-plan-steps-of = Milestones of { $title }
console-coop-plan-reached = Milestones reached
console-coop-plan-from = From
console-coop-plan-until = until
console-coop-plan-after = After
console-coop-plan-meetings = Meetings:
console-coop-plan-no-group = Under no group
console-coop-plan-tip-day = { $title }, { $day }: { $standing }
console-coop-plan-tip-meeting = { $title }, { $day }
console-coop-plan-tip-span = { $title }, { $from } to { $until }
console-coop-plan-standing-done = reached
console-coop-plan-standing-open = to come
console-coop-plan-standing-unsaid = not recorded
console-coop-plan-standing-late = late
console-coop-plan-legend-open = Under way
console-coop-plan-legend-late = Late: hatched, and the word beside its name
console-coop-plan-legend-done = Over
console-coop-plan-legend-step = Milestone to come
console-coop-plan-legend-step-done = Milestone reached
console-coop-plan-legend-step-late = Milestone late
console-coop-plan-legend-meeting = Meeting of a group
console-coop-plan-legend-after = Comes before
console-coop-plan-legend-against = Due before what it waits for
console-coop-plan-roadmap-lead = { $count ->
        [one] { $count } piece of work
       *[other] { $count } pieces of work
    }, { $late } late. Time runs from left to right; open a line to see its milestones.
console-coop-plan-roadmap-none = Nothing is planned here yet: initiatives and actions appear with their first proposal.
console-coop-plan-every-group = Every group
console-coop-plan-every-kind = Every kind
console-coop-plan-every-office = Every office
console-coop-plan-scale = Scale
console-coop-plan-scale-all = All of it in sight
console-coop-plan-scale-months = By month
console-coop-plan-scale-weeks = By week
console-coop-plan-with-over = With what is over
console-coop-plan-open-steps = Open all milestones
console-coop-plan-close-steps = Close all milestones
console-coop-plan-picture = As a picture
console-coop-plan-initiatives-lead = Contracts, partnerships, exercises, investments, campaigns: what each is worth, what both confirmed as paid and delivered.
console-coop-plan-initiatives-none = There is no initiative yet. One begins with a proposal under an adopted template.
console-coop-plan-initiative-new = Propose an initiative
console-coop-plan-back = All initiatives
console-coop-plan-what = What
console-coop-plan-paid = Paid
console-coop-plan-delivered = Delivered
console-coop-plan-next = Next day
console-coop-plan-no-value = no value agreed
console-coop-plan-value = Agreed value
console-coop-plan-of = of
console-coop-plan-money = Money
console-coop-plan-money-paid = Paid, confirmed by both
console-coop-plan-money-claimed = Said to be paid, not confirmed
console-coop-plan-money-left = Left to pay
console-coop-plan-compare = Offers compared:
console-coop-plan-currencies = These offers are in several currencies: each is compared only with those in its own.
console-coop-plan-lowest = Lowest of its currency
console-coop-plan-above = { $percent } above the lowest
console-coop-plan-alone = No other offer in this currency
console-coop-plan-between = From, to
console-coop-plan-how-much = How much
console-coop-plan-flows = Payments, deliveries, contributions
console-coop-plan-flows-none = Nothing is planned to flow yet.
console-coop-plan-flow-new = Plan a payment, a delivery or a contribution
console-coop-plan-in-kind = Not money: hours, pieces or places
console-coop-plan-items = Items
console-coop-plan-ordered = Ordered
console-coop-plan-said-delivered = Said to be delivered
console-coop-plan-share = Share
console-coop-plan-sum = Sum of
console-coop-plan-delivered-of = Delivered of { $title }
console-coop-plan-baseline = Where it stood
console-coop-plan-target = Where it shall stand
console-coop-plan-measured = Measured
console-coop-plan-terms = Terms
console-coop-plan-notice-done = done
console-coop-plan-notice-not-required = not required
console-coop-plan-no-checks = No check is planned.
console-coop-plan-no-actions = No action follows from it.
console-coop-plan-no-documents = No document is about it.
console-coop-plan-draft = What the next move shall set
console-coop-plan-drafted = { $count ->
        [one] · { $count } field drafted
       *[other] · { $count } fields drafted
    }
console-coop-plan-draft-lead = Written here, it goes with the move below that may set it, and with no other. Nothing leaves before you make that move.
console-coop-plan-line-number = Item { $number }
console-coop-plan-step-number = Milestone { $number }
console-coop-plan-category = Category
console-coop-plan-take-out = Take out
console-coop-plan-add-item = Another item
console-coop-plan-add-step = Another milestone
console-coop-plan-reached-on = Reached on
console-coop-plan-not-whole = Not whole yet:
console-coop-plan-no-template = No template is adopted yet: both sign a decision that adopts one.
console-coop-plan-not-adopted = Templates at hand that no decision has adopted
console-coop-plan-not-adopted-lead = A decision of both with the effect “adopt a template” puts one to use.
console-coop-plan-checks-lead = Each check goes from its plan, notified to the host, to what was found and closed by both.
console-coop-plan-checks-none = No check of this choice.
console-coop-plan-check-new = Plan a check
console-coop-plan-check-kind = Kind of check
console-coop-plan-check-choose = Choose a check, or plan one.
console-coop-plan-corrections = Corrective actions
console-coop-plan-choose = Choose
console-coop-plan-show = Show
console-coop-plan-show-open = Open
console-coop-plan-show-late = Late
console-coop-plan-show-all = All
console-coop-plan-step-past = behind
console-coop-plan-step-now = here now
console-coop-plan-step-ahead = ahead
console-coop-plan-step-skipped = passed over
console-coop-plan-calendar-lead = Shown: { $count ->
        [one] { $count } day to keep
       *[other] { $count } days to keep
    }, { $late } late. Both parties see the same days, in UTC.
console-coop-plan-calendar-late = Late in all: { $count }
console-coop-plan-calendar-later = Show later days
console-coop-plan-calendar-none = Nothing falls due.
console-coop-plan-shown-as = Shown as
console-coop-plan-as-month = Month
console-coop-plan-as-list = List
console-coop-plan-month-before = Previous month
console-coop-plan-month-after = Next month
console-coop-plan-more = { $count } more
console-coop-plan-due-starts = Meeting
console-coop-plan-due-review = Review
console-coop-plan-due-expires = Expiry
console-coop-plan-due-due = Action due
console-coop-plan-due-planned = Planned
console-coop-plan-due-state = Waits for attention
console-coop-plan-due-milestone = Milestone
console-coop-plan-subscribe = Subscribe
console-coop-plan-subscribe-lead = A calendar program that is given an address of its own asks this node for the days by itself, for the group and office chosen above.
console-coop-plan-copy = Copy the address
console-coop-plan-copied = Copied
console-coop-plan-subscribe-make = Make an address
console-coop-plan-subscribe-once = The address is shown once. Whoever has it reads these days and nothing else, until you end it.
console-coop-plan-subscribed = Addresses in use
console-coop-plan-subscribed-all = every day of the agreement
console-coop-plan-subscribe-end = End
console-coop-plan-ics = As a file (.ics)
console-coop-plan-matrix-lead = Who brings what to each domain, as both have confirmed it. Money and hours are never one figure.
console-coop-plan-matrix-foot = Counted from confirmed payments, deliveries and contributions alone; the same on both nodes.
console-coop-plan-nothing-yet = nothing confirmed
console-coop-plan-in-all = In all domains
console-coop-plan-public-lead = What everybody may read, only as both signed it, and of each record what stays between both and why.
console-coop-plan-public-open = Public pages: { $language }
console-coop-plan-public-count = { $count ->
    [one] { $count } of { $all } records is public
   *[other] { $count } of { $all } records are public
    }
console-coop-plan-withheld-count = { $count ->
    [0] no field is withheld
    [one] { $count } field withheld, with its reason
   *[other] { $count } fields withheld, each with its reason
    }
console-coop-plan-public-public = What is public
console-coop-plan-public-withheld = What is withheld
console-coop-plan-public-all = Every record
console-coop-plan-public-none = Nothing of this choice.
console-coop-plan-kind = Kind
console-coop-plan-closed-bilateral = Both parties read it, the public does not: nobody has widened it.
console-coop-plan-closed-unsigned = It is meant for the public, which reads it once both have signed it.
console-coop-plan-everybody = Everybody reads
console-coop-plan-both-only = Both parties only
### end of plans
console-coop-begins = on
console-coop-report = Annual report { $year }
console-coop-propose-kind = Propose: { $kind }
console-coop-every-d = { $count ->
    [one] every day
   *[other] every { $count } days
    }
console-coop-every-m = { $count ->
    [one] every month
   *[other] every { $count } months
    }
console-coop-every-y = { $count ->
    [one] every year
   *[other] every { $count } years
    }
### Console: the hand-over

console-handover-lead = What a new administration takes over now: what is open, each with its office and its day, then all that is in force.
console-handover-at = As it stands
console-handover-open = Open
console-handover-open-count = { $count ->
    [one] one thing is open
   *[other] { $count } things are open
}
console-handover-without-owner = { $count ->
    [one] one has no office
   *[other] { $count } have no office
}
console-handover-what = What
console-handover-office = Answers for it
console-handover-owed = To be done by
console-handover-nobody = nobody
console-handover-before = before:
console-handover-nothing-open = Nothing is open.
console-handover-in-force = In force
console-handover-nothing-in-force = Nothing is in force yet.
console-handover-kind = { $kind ->
    [notice] Notices
    [text] Texts to sign
    [partners_text] Texts that wait for the partner’s signature
    [approval] Releases to approve
    [request] Questions
    [case] Incidents
    [meeting] Meetings
    [action] Actions
    [check] Checks
    [flow] Payments, deliveries, contributions
    [initiative] Initiatives
    [decision] Decisions of groups
    [document] Documents
    [group] Working groups
    [domain] Domains
    [agreement] The agreement
    [keys] The annex of keys
    [articles] Decisions on articles
   *[other] { $kind }
}

### Console: the yearly tables of arms transfers, and seals

console-coop-section-registers = Transfers
console-coop-register-lead = What each party would file of the year’s deliveries, side by side. Both tables say the same before either files.
console-coop-register-year = Year
console-coop-register-form = Table
console-coop-register-form-of = { $form ->
    [un_register] United Nations register
    [arms_trade_treaty] Arms Trade Treaty
   *[other] { $form }
}
console-coop-register-empty = No delivery of this year stands in either table.
console-coop-register-reconciled = { $count ->
    [one] Both tables say the same, in one line.
   *[other] Both tables say the same, in { $count } lines.
}
console-coop-register-differing = { $count ->
    [one] One line differs: mend it before either files.
   *[other] { $count } lines differ: mend them before either files.
}
console-coop-register-category = Category
console-coop-register-origin = Made in
console-coop-register-exported = Exported
console-coop-register-imported = Imported
console-coop-register-same = the same
console-coop-register-other = they differ
console-coop-register-compared-csv = Both side by side (.csv)
console-coop-register-table-of = Table of { $party }
console-coop-register-direction = Direction
console-coop-register-way = { $way ->
    [export] export
    [import] import
   *[other] { $way }
}
console-coop-register-state = Other state
console-coop-register-number = Number
console-coop-register-remarks = Remarks
console-coop-register-withheld = withheld from the public now
console-coop-register-none-of = It would file no line.
console-coop-register-left-out = { $count ->
    [one] One delivery stands in no category of this table, or is a return.
   *[other] { $count } deliveries stand in no category of this table, or are returns.
}
console-coop-register-kept-back = Lines were kept back from the public.
console-coop-register-csv = This table (.csv)
console-coop-seals = Seals of both in the file
console-coop-seals-lead = One party’s node seals the file, the other seals behind it. Whoever has the keys of both checks it without either node.
console-coop-seals-holder = Which original
console-coop-seals-file = A file that { $partner } sealed, or one to check
console-coop-seals-make = Seal it first
console-coop-seals-behind = Seal it behind { $partner }
console-coop-seals-check = Check the seals
console-coop-seals-both = Sealed by both.
console-coop-seals-one = Sealed by one party: the other’s seal is missing.
console-coop-seals-kept = The sealed file is among this browser’s downloads:
console-coop-seals-save = Keep the sealed file once more

## end of console cooperation

## console rescue
### Search plans on the page of an incident
console-help = What is this?
console-incident-parts = Parts of the incident
console-incident-situation = Situation
console-incident-plan = Plan
console-incident-units = Units
console-incident-searches = Searches
console-incident-work = Case work
console-incident-files = Files
console-incident-tool = Search plan and case work
console-show = The map shows
console-show-points = Hypotheses
console-show-field = Probability
console-show-change = Change
console-field-least = less
console-field-most = more likely
console-change-less = less likely
console-change-more = likelier
console-lack-drift = A plan needs a drift of the case as it stands now.
console-lack-drift-mend = Compute the drift
console-lack-unit = A plan needs a unit that can search.
console-lack-unit-mend = Add a unit
console-lack-conditions = A plan needs visibility, wind and sea at the time of the search.
console-lack-conditions-mend = Enter the conditions
console-lack-visibility = The visibility is below the sweep-width tables, which begin at 1 NM: by them no unit sees anything.
console-lack-visibility-mend = Correct the conditions
console-stale-drift = The drift is older than what is known of the case. Compute it again.
console-stale-plan = Something that the plan was made from has changed since, or a newer search counts. Plan again.
console-stale-forcing = Currents or wind end before the drift does. Bring newer fields.
console-stale-run = The drift has ended: the map shows no later hour. Let it run further.
console-plan-progress = Progress of the plan
console-plan-at = Planning: { $percent } %
console-plan-none = There is no plan yet. Units and conditions are there: ask for one.
console-plan-ask = Plan the search
console-plan-again = Plan again
console-plan-send = Send the plan to { $partner }
console-plans-compared = Plans A and B beside the bound and the manual plan
console-plan-a = Plan A
console-plan-b = Plan B
console-pos = POS
console-pos-means = chance that this search finds the object
console-pos-bound = POS, bound
console-pos-bound-means = no plan with these units exceeds it
console-pos-manual = POS, manual plan
console-pos-manual-means = worked by hand, same tables
console-pos-so-far = POS in all
console-pos-so-far-means = with the searches before
console-pos-alive = Survival counts: each POS is the chance to find the object alive.
console-areas-change = Change the areas
console-areas-done = Done changing
console-areas-keys = Drag an area, its squares and its circle; or choose it with Tab: arrows move, [ ] turn, + − stretch, with Alt in width; Shift: small steps.
console-area-named = Search area of { $unit }: centre { $at }, { $length } × { $width } NM along { $bearing }°, POS { $pos } %
console-area-centre = Centre
console-area-centre-help = Middle of the area at the middle of its search. Any form of position.
console-area-length = Length, NM
console-area-length-help = Along the bearing, in nautical miles.
console-area-width = Width, NM
console-area-width-help = Across the bearing, in nautical miles.
console-area-bearing = Bearing of the length, °T
console-area-bearing-help = Clockwise from true north.
console-area-spacing = Track spacing, NM
console-area-spacing-help = Between neighbouring legs. The nearest spacing that fills the area with whole legs is taken.
console-area-pattern = Pattern
console-area-pattern-help = How the unit covers its area; codes as in IAMSAR vol. II.
console-pattern = { $pattern ->
    [PS] PS · parallel sweep
    [CS] CS · creeping line
    [SS] SS · expanding square
    [VS] VS · sector search
    [TS] TS · track line, outwards
    [TSR] TSR · track line, return
    [TSN] TSN · track line, non-return
    [barrier] barrier
   *[other] { $pattern }
}
console-trial-pos = Changed: POS
console-trial-change = { $points } points
console-trial-of = Plan as it stands: { $base } %. Counted on { $count } hypotheses; a plan that is kept is counted on all.
console-trial-asked = Asking what it would find …
console-trial-fits-not = the pattern is not complete within the time of the search
console-trial-discard = Discard the changes
console-plan-b-keep = Keep as plan B
console-plan-b-drop = Remove plan B
console-above-one-another = { $one } and { $other } share water at one time, { $apart } apart in height.
console-unit-area = Area
console-unit-spacing = Spacing
console-unit-coverage = Coverage
console-unit-pod = POD
console-unit-pos = POS
console-unit-begin = CSP
console-timetable = Units by the hour
console-timetable-line = leaves { $leaves }, searches { $begins } to { $ends }, back { $returns }
console-units = Units that can search
console-units-none = No unit yet.
console-units-keep = Keep the units
console-unit-add = Add a unit
console-unit-remove = Remove { $unit }
console-platform = { $platform ->
    [boat] Boat or ship
    [helicopter] Helicopter
    [fixed_wing] Aeroplane
   *[other] { $platform }
}
console-by-platform = usual for the platform
console-unit-id = Name
console-unit-id-help = As the unit is called on the radio. It stands on the plan, the legs and the tracks.
console-unit-id-fault = Give each unit a name of its own.
console-unit-platform = Platform
console-unit-platform-help = It chooses the table of sweep widths: eyes on a boat, in a helicopter or in an aeroplane.
console-unit-altitude = Height, feet
console-unit-altitude-help = Height above the sea while it searches. Aircraft nearer than the separation never share water.
console-unit-speed = Search speed, kt
console-unit-speed-help = Over the ground, while it searches.
console-unit-endurance = Time on scene, h
console-unit-endurance-help = How long it can stay where it searches, without the ways out and home.
console-unit-sorties = Sorties
console-unit-sorties-help = How often it goes out; an hour at base lies between two sorties.
console-unit-on-scene = On scene, UTC
console-unit-on-scene-help = When it can begin to search. The unit's own answer, not a wish.
console-unit-base = Base
console-unit-base-help = Where it comes from and goes back to. Any form of position.
console-value-source = Where this comes from
console-value-source-help = Who said it or what it was read from. It is kept with the case and stands beside the values.
console-conditions = Conditions of the search
console-conditions-keep = Keep the conditions
console-condition-visibility = Visibility, NM
console-condition-visibility-help = Meteorological visibility where and when the units search.
console-visibility-fault = Visibility: a number above 0, 100 at most.
console-visibility-low = Below 1 NM the sweep-width tables say nothing: no plan can be made by sight.
console-condition-wind = Wind, kt
console-condition-wind-help = Mean wind that the look-outs will meet. It lowers the sweep widths.
console-condition-sea = Sea, m
console-condition-sea-help = Significant wave height.
console-condition-water = Water, °C
console-condition-water-help = Only where survival counts. Leave it empty otherwise.
console-searches = Searches that found nothing
console-searches-none = Nobody has told of a search yet.
console-searches-so-far = POS of all of them together:
console-search-ended = until
console-search-withdraw = Withdraw
console-search-withdrawn = withdrawn: it teaches nothing
console-flown = Tell what was flown
console-flown-means = A search that found nothing changes the map: where it looked well, the object is less likely.
console-flown-by = What was flown
console-flown-by-plan = { $plan ->
    [b] Units of plan B
   *[a] Units of plan A
}
console-flown-by-gpx = Tracks (GPX)
console-flown-whole = whole, until
console-flown-not = Did not search.
console-flown-no-plan = There is no plan: give the tracks of the units.
console-flown-until = Broken off at, UTC
console-flown-until-help = When the unit stopped before the end of its legs. Empty: it flew them all.
console-flown-until-fault = Give a time between the begin and the end of this search.
console-flown-file = File of the plotter
console-flown-file-help = GPX with a track for each unit, named as the unit is.
console-flown-tell = Nothing found: count it
console-clues = Clues
console-clues-none = Nothing was seen or found yet.
console-clue-kind = { $kind ->
    [sighting] Sighting of the object
    [found_object] Thing found that came from it
   *[other] { $kind }
}
console-clue-add = Tell of a clue
console-clue-tell = Count the clue
console-clue-what = What
console-clue-what-help = The object itself was seen, or something was found that came adrift with it.
console-clue-leeway = Kind of thing
console-clue-leeway-help = Its class of leeway: the thing drifted otherwise than the object.
console-clue-place = Where
console-clue-place-help = Where it was seen or found. Any form of position.
console-clue-time = When, UTC
console-clue-time-help = When it was seen or found.
console-clue-error-help = How far the position may be wrong: one standard deviation on each axis.
console-clue-sure = Sure, %
console-clue-sure-help = Chance that it belongs to this case at all. 100 % leaves no other explanation.
console-clue-reliability = sure to
console-exports = Files of the case
console-exports-means = They are made anew with each drift, search and plan. Positions are WGS 84, times UTC.
console-exports-none = The drift and the plan make them.
console-tool-paper = On paper
console-tool-plotter = Chart plotters (GPX)
console-tool-ecdis = ECDIS (RTZ routes)
console-tool-tak = TAK
console-tool-earth = Google Earth (KML)
console-tool-map = QGIS and other map programs (GeoJSON, GeoTIFF)
console-tool-radio = To be read out by radio
console-tool-table = Spreadsheets (CSV)
console-tool-science = xarray and trajan (netCDF)
console-tool-picture = Pictures
console-tool-data = Programs (JSON)
console-stale-b = older than what it was made from
console-search-send = Send to { $partner }
console-search-uncounted = Search { $number } of { $party } does not count
console-partner-plan = { $party }: plan { $plan }
console-partner-near = { $ours } and { $theirs } would share water at one time, { $apart } apart in height:
console-custody = Who co-ordinates
console-custody-holder = Search co-ordinated by
console-custody-since = since
console-custody-proposed = Proposed: { $to } co-ordinates
console-custody-signing = It is signed in our log now, and cannot be taken back there. It counts when { $partner } has signed too.
console-custody-sign-now = Sign the proposal
console-custody-sign = Read and sign
console-custody-not-shared = { $partner } does not know of this incident yet.
console-custody-hand-over = Hand over to { $partner }
console-custody-take-over = Take over from { $partner }
console-custody-means = It counts once both have signed; until then whoever co-ordinates goes on.
console-resources = Units lent between the centres
console-resources-none = Nothing was offered or asked for.
console-resource-kind = { $kind ->
    [offer] offered by
   *[request] asked for by
}
console-resource-make = Offer or ask { $partner } for a unit
console-resource-what = Offer or request
console-resource-what-help = An offer is a unit of ours; a request asks for one of the partner's. One signature makes it, the partner's lends it.
console-resource-offer = We offer a unit
console-resource-request = We ask for a unit
console-resource-times-help = Between these hours the unit is free for this search.
console-resource-sign = Sign and send
console-resource-table = Put before the approver
console-resource-withdraw = Take back
console-resource-take = Take over into our units
console-note = Note for the log
console-note-help = What a person should read later: a call, an order, why something was decided.
console-note-keep = Keep the note
console-sitreps = Situation reports
console-sitreps-none = No report yet.
console-sitrep-write = Write the next report
console-sitrep-number = SITREP { $number }
console-sitrep-means = The node fills in what it knows; what you type takes the place of its words.
console-sitrep-short = Short form: A to F, where help is asked at once
console-sitrep-final = Last report: the case ends
console-sitrep-section-help = One section of the layout of the IAMSAR Manual. Empty: it is left out.
console-sitrep-keep = Keep and number it
console-closing-report = Closing report
console-closing-report-means = Everything from the alert to the end, the notes too: it stays home.
console-place-help = As it was reported: degrees, minutes, seconds or decimals, in any order of letters. The form says at once what it read.
console-time-help = In UTC, with its Z. The drift begins here.
console-time-error-help = How far the time may be wrong, in seconds: one standard deviation.
console-scenario-help = What may have happened. Several scenarios may stand beside each other, each with its weight.
console-nature-help = What happened to them, as far as it is known.
console-source-help = How the centre came to know of it. An exercise is marked wherever it is listed or drawn.
console-persons-help = How many persons are in distress; empty where nobody knows.
console-until-help = Until when the drift is computed. Empty: a day after the last scenario begins. The search must lie within.
console-object-help = What drifts decides how wind moves it. Where nobody is sure, add a second object with its weight.
console-title-help = How the desk calls the case; it stands on papers and lists.
console-id-help = Small letters, digits and hyphens; it never changes. Empty: made of the title and the day.
## end of console rescue

### cooperation-node
cli-handover-record = Record of cooperation
cli-cooperation-written = Written: { $file }, { $bytes } bytes.
cli-cooperation-imported = { $file } was read whole: { $count ->
        [one] { $count } record
       *[other] { $count } records
    }.
cli-cooperation-left-out = not taken over: { $name }, { $count } times
cli-cooperation-early = in force before it was signed: row { $row }
cli-cooperation-check-not-counted = { $key }: { $move } changed nothing. { $what }
cli-cooperation-check-sum = { $key }: its sums are not those of its payments and deliveries.
cli-cooperation-check-clause = { $key } is open and cites Article { $clause }, which is not in force now.
cli-cooperation-checked = { $records ->
        [one] { $records } record
       *[other] { $records } records
    } from { $acts ->
        [one] { $acts } act
       *[other] { $acts } acts
    }; { $idle } of them changed nothing.
cooperation-paper-asked = { $party }, asked by the other party alone
cooperation-paper-results = Results
cooperation-paper-effect = { $kind ->
    [open] Opens: { $subject }
    [move] Moves: { $subject }
    [adopt_template] Adopts the template: { $subject }
    [release_rule] Takes note of the release rule: { $subject }
   *[other] { $subject }
}
cli-cooperation-none = There is no record yet.
cli-cooperation-none-such = No record answers what you asked for.
cli-cooperation-line = { $key } – { $title }: { $state }, { $party }{ $late ->
    [late] , late
   *[no] {""}
}{ $waits ->
    [yes] ; { $waiting } is signed by { $by } and waits for the other
   *[no] {""}
}{ $receipted ->
    [yes] {""}
   *[no] ; not yet receipted by the partner
}
cli-cooperation-move-both = can: { $move } ({ $name }), both sign, then { $state }
cli-cooperation-move-one = can: { $move } ({ $name }), then { $state }
cli-cooperation-need = needs first: { $need }
cli-cooperation-not-counted = changed nothing: { $move }. { $what }
cli-cooperation-template = { $id } – { $title }, adopted by: { $decision }, { $hash }
node-awaiting-move = { $move } – { $kind } “{ $title }”. Signed by both, it is: { $state }.
cooperation-need = { $form ->
    [field] The record says: { $name }
    [value] { $name }: “{ $value }”
    [document] Final and filed with it: { $name }
    [signed] Signed by both and filed with it: { $name }
    [payment_first] A first payment is confirmed
    [payment_settled] No payment is open
    [payment_all] The whole value is paid
    [delivery_first] A first delivery is confirmed
    [delivery_all] Everything ordered is delivered
    [check] A check is closed: { $name }
    [clause_cited] Every clause that it cites is in force
    [clause_own] It cites a clause made for initiatives of this kind
    [clause] It cites a clause of this nature: { $name }
    [indicator_all] Every indicator is measured
    [indicator] This is measured: { $name }
    [elapsed_D] { $count ->
        [one] A day has passed since it became “{ $name }”
       *[other] { $count } days have passed since it became “{ $name }”
    }
    [elapsed_M] { $count ->
        [one] A month has passed since it became “{ $name }”
       *[other] { $count } months have passed since it became “{ $name }”
    }
    [elapsed_Y] { $count ->
        [one] A year has passed since it became “{ $name }”
       *[other] { $count } years have passed since it became “{ $name }”
    }
    [day] The day has come: { $name }
   *[other] { $form }: { $name }
}

### Offices: what they are called in three languages
cli-cooperation-past = { $moment } { $move }, by { $party } ({ $office })
cli-cooperation-past-both = { $moment } { $move }, by { $party } ({ $office }) and { $other_party } ({ $other_office })
cli-office-title = { $party }: { $title } – in acts “{ $office }”
cli-office-titles-none = No party has said what its offices are called.
demo-titles-given = Both say in their records what their offices are called in Arabic, French and English: { $count } titles. Who may sign is another matter.
### end of offices

### The demonstration: the first year of the groups

demo-beside = Beside the memorandum both nodes sign “{ $title }” (minerals, data centres, tourism): agreed by both. { $hash }
demo-talks-proposed = { $party } proposes a meeting for { $day }, { $place }: { $title }
demo-minutes-say = The minutes, in three languages over one signature of each: “{ $minutes }”
demo-group-set-up = Proposed by { $party }: { $title }
demo-step-one = { $move }: { $party } alone, entry { $index } of its log.
demo-step-both = { $move }: tabled by { $party }, signed by both (Algeria entry { $dz }, United States entry { $us }): agreed by both.
demo-year-lived = The first year is lived on both nodes: { $acts } acts and { $signatures } signatures in { $looks } looks at one another, { $seconds } s. Every act counts; both nodes show the same { $records } records, of which { $waiting ->
        [one] { $waiting } waits
       *[other] { $waiting } wait
    } for a second signature.
demo-next-step = Next step: { $title } ({ $office }), due { $due }: { $state }
demo-next-step-late = Late: { $title } ({ $office }), was due { $due }: { $state }
demo-initiative = { $title } ({ $count ->
    [one] Article
   *[other] Articles
} { $articles })
demo-case-account = Both nodes count the same: paid { $paid } of { $value }.
demo-case-delivered = Delivered: { $delivered } of { $ordered }, { $item }
demo-case-withheld = The public reads the items, the quantities and the value band, not the amount: { $reason } So both decided ({ $decision }); it is public on { $day }.
demo-case-too-early = { $party } tries to close the case today. Refused: { $reason } It closes twelve months after supplies and services are complete.
demo-partnership-stopped = { $party } tries to start the partnership now. Refused: { $reason } No export check is closed yet.
demo-offer = { $title }: { $capacity } MW for { $value }, that is { $cost } for each megawatt.
demo-offer-cheaper = The lower cost for each megawatt: { $title }. Its state: { $state }
demo-licence-paid = { $party } pays the fee of the licence to { $payee } under Article { $article }: { $paid }, confirmed by both.
demo-indicator = { $title }: { $baseline } before, { $measured } measured on { $day } ({ $source }), aim { $target }.
demo-change-waits = { $move }: signed by { $party } alone, awaiting the partner; nothing has changed.
demo-kind-read = { $party } lays one file of { $lines } lines before the partner, a new kind of initiative: { $title } { $hash } Its states: { $states }.
demo-kind-adopted = Both adopt it by its hash: { $title }
demo-kind-cost = { $title }: { $cost }. No line of the program knew of this kind.
demo-documents-kept = The { $count } files that documents of the year name by their hash: { $folder }
demo-minutes-written = Minutes that both signed, Algeria’s original in two columns, the same bytes on both nodes: { $file } { $hash }
demo-report-written = The annual report, announced, decided, done, the same bytes on both nodes: { $file } { $hash }
demo-offices-all = So with every office of { $party } that ever signed: { $count } in all, each followed by another.

### Reminders: the digest of an office
digest-example = EXAMPLE
digest-subject = { $agreement }: reminders for { $office }, { $day }
digest-late = Late
digest-soon = Due in the next { $days ->
        [one] day
       *[other] { $days } days
    }
digest-requested = Asked of us by the partner alone, not agreed by both
digest-asked = Waits for our signature
digest-what = { $what ->
        [starts] Meeting
        [review] Review
        [expires] Expiry
        [due] Action
        [planned] Planned
        [milestone] Milestone
       *[other] Asks for attention
    }
digest-nothing = Nobody has anything to be reminded of today.
digest-written = { $file }: { $late } late, { $soon } due soon, { $asked } waiting for our signature
digest-due-late = was due on { $day }. { $what }: { $title } ({ $key })
digest-due-soon = { $day }. { $what }: { $title } ({ $key })
digest-waits = { $title } ({ $key }), signed by the partner on { $day }

### Cooperation: yearly tables of transfers, seals, what was imported
cli-register-line = { $exporter } to { $importer }, category { $category }: exported { $exported }, imported { $imported }{ $foreign ->
    [yes] , made in { $origin }
   *[no] {""}
}{ $agrees ->
    [yes] {""}
   *[no] ; the two tables differ
}
cli-register-left-out = { $party }: { $count ->
    [one] one delivery stands in no category, or is a return
   *[other] { $count } deliveries stand in no category, or are returns
}{ $withheld ->
    [yes] ; lines were kept back from the public
   *[no] {""}
}
cli-register-compared = { $year }: { $count ->
    [one] one line
   *[other] { $count } lines
}, { $differing ->
    [0] and both tables say the same.
    [one] and one differs: mend it before either files.
   *[other] and { $differing } differ: mend them before either files.
}
cli-seal = { $party }, sealed at { $moment }
cli-seal-by-key = Sealed at { $moment } by a key of { $origin }
cli-seal-written = Written: { $file }, { $both ->
    [yes] sealed by both.
   *[no] sealed by us; hand it over, and the partner seals behind it.
}
files-paper-level = { $level ->
    [public] Public
   *[bilateral] For both parties only
}
cli-cooperation-entered = { $file }: { $count ->
        [one] { $count } record
       *[other] { $count } records
    } proposed, { $known } there already.
demo-memorandum-areas = Where its clauses apply: { $areas }
demo-earlier = It follows “{ $title }” of { $day }{ $replaces ->
    [yes] , which replaced “{ $replaced }”
   *[no] {""}
}: filed by both.
## end of registers

### Forcing of a drift: sources, what was held past an edge, age
forcing-parts = { $quantity ->
        [wind] Wind
        [waves] Waves
       *[current] Current
    }, by its share of the hours adrift: { $parts }.
forcing-beyond = { $quantity ->
        [wind] Wind
        [waves] Waves
       *[current] Current
    }: for { $share } of the hours adrift, positions lay beyond the edge of the files; there the nearest value is held, within 20 km.
forcing-beside = { $quantity ->
        [wind] Wind
        [waves] Waves
       *[current] Current
    }: for { $share } of the hours adrift, positions lay next to land or a gap in the files; there the nearest value stands in.
forcing-stale = STALE: { $quantity ->
        [wind] Wind
        [waves] Waves
       *[current] Current
    } of the model run of { $run }, which is { $age } h old when the drift ends.
forcing-observed = { $quantity ->
        [wind] Wind
        [waves] Waves
       *[current] Current
    }: observations on scene blended in: { $count }.
forcing-observed-stale = STALE: { $quantity ->
        [wind] Wind
        [waves] Waves
       *[current] Current
    }: observations too old when the drift ends: { $count }.
forcing-waves = The drift of the surface by waves is added to the current. The leeway table was measured in waves, so that it may count twice.
### end of forcing

### Forcing fetched from model centres
cli-fetch-brought = { $provider }: brought { $file }.
cli-fetch-kept = { $provider }: { $file }, as it was fetched before.
cli-fetch-licence = Licence: { $licence }.
### end of fetched forcing

### Map programs: OGC API – Features
ogc-title = Comity: ships, search and rescue on the map
ogc-about = Ships, cases, areas and legs of this node, for map programs of its own offices. Not to be used for navigation.
ogc-api = Description of these addresses (OpenAPI 3.0)
ogc-conformance = Classes of the standard that are followed
ogc-collections = Collections
ogc-cases = Cases
ogc-cases-about = Every case where it was last known, or at the centre of its drift.
ogc-areas = Areas
ogc-areas-about = Where the object of each case may be at the end of its drift (containment), and what its plans search.
ogc-legs = Legs
ogc-legs-about = The way of each sortie of the plans: out, search, home.
ogc-ships = Ships
ogc-ships-about = The ships of the live picture where each was last heard, the newest five thousand.
ogc-tracks = Tracks of ships
ogc-tracks-about = The way of each ship that was heard in the last 24 hours, one fix in five minutes.
ogc-contacts = Contacts of partners
ogc-contacts-about = Contacts and satellite detections that partners released to us, as coarse as they came.
### end of map programs

### The log of a case, situation reports, the closing report
case-line-section = Changed: { $section }
case-section-unit = units
case-section-conditions = conditions of the search
case-section-plan = how to plan
case-section-object = objects
case-section-scenario = scenarios
case-section-run = run of the drift
case-section-observation = observations on scene
case-section-forcing = currents and wind
case-line-plan_asked = Plan asked for
case-line-plan_done = Plan A computed: POS { $pos }; no plan with these units exceeds { $bound }
case-line-plan_failed = No plan could be made
case-line-plan_drawn = Plan B drawn: POS { $pos }; no plan with these units exceeds { $bound }
case-line-plan_given_up = Plan B given up
case-line-search = Searched, nothing found: { $name } ({ $units })
case-line-search_arrived = { $kept ->
        [no] The partner searched, nothing found: { $name }
       *[yes] The partner searched, nothing found: { $name } ({ $units })
    }
case-line-search_gone = { $reason ->
        [recalled] The partner’s search { $name } counts no more: recalled by the partner
        [corrected] The partner’s search { $name } counts no more: the partner put another in its place
        [erased] The partner’s search { $name } counts no more: erased at the end of its time
        [outside_drift] The partner’s search { $name } counts no more: it lies outside the drift as it was computed anew
       *[not_counted] The partner’s search { $name } counts no more
    }
case-line-on_scene = On-scene co-ordinator designated: { $unit }
case-line-on_scene_ended = On-scene co-ordinator relieved: { $unit }
case-line-search_withdrawn = Search withdrawn, reported in error: { $name }
case-line-clue = { $clue ->
        [found_object] Object found at { $place }
       *[sighting] Sighting at { $place }
    }
case-line-clue_withdrawn = Clue withdrawn, reported in error: { $name }
case-line-note = Note
case-line-sitrep = SITREP { $number } issued
case-line-released = { $item ->
        [plan] Plan released to the partner under Article { $clause }
        [search] Search released to the partner under Article { $clause }
       *[other] Released to the partner under Article { $clause }
    }
case-line-arrived = { $item ->
        [plan] Plan received from the partner
        [search] Search received from the partner
       *[other] Received from the partner
    }
### end of the log of a case

### Situation reports
sitrep-title = SITREP { $number }{ $final ->
        [yes] {" "}and final
       *[no] {""}
    }
sitrep-precedence = Precedence
sitrep-precedence-distress = DISTRESS
sitrep-precedence-urgency = URGENCY
sitrep-precedence-safety = SAFETY
sitrep-precedence-routine = ROUTINE
sitrep-at = Date-time group
sitrep-from = From
sitrep-to = To
sitrep-case = Case
sitrep-a = Identity of casualty
sitrep-b = Position
sitrep-c = Situation
sitrep-d = Number of persons at risk
sitrep-e = Assistance required
sitrep-f = Co-ordinating RCC
sitrep-g = Description of casualty
sitrep-h = Weather on scene
sitrep-j = Initial actions taken
sitrep-k = Search area
sitrep-l = Co-ordinating instructions
sitrep-m = Future plans
sitrep-n = Additional information, conclusion
sitrep-not-known = Not known.
sitrep-none = None so far.
sitrep-object-of-wind = Object that drifts with a share of the wind
sitrep-last-known = Last known: { $place } at { $at }, error { $error } NM
sitrep-centre = Drifted: centre { $place } at { $at }
sitrep-alerted = Alerted at { $at }
sitrep-stage = Stage: { $stage }
sitrep-centre-of = Rescue co-ordination centre, { $party }
sitrep-visibility-nm = Visibility expected: { $value } NM
sitrep-wind-kt = Wind expected: { $value } kn
sitrep-sea-m = Sea expected: { $value } m
sitrep-water-c = Water: { $value } °C
sitrep-seen = { $what }, at { $place }, { $at }
sitrep-wind-seen = Wind observed from { $course }, { $speed } kn
sitrep-current-seen = Current observed towards { $course }, { $speed } kn
sitrep-flow-seen = Flow observed: { $east } m/s east, { $north } m/s north
sitrep-no-plan = No search is planned yet.
sitrep-area = { $unit }: { $pattern }, { $length } × { $width } NM along { $course }, centre { $place }, spacing { $spacing } NM, { $begins } to { $ends }, POD { $pod }
sitrep-pos = All together: POS { $pos }; no plan with these units exceeds { $bound }
sitrep-lent = { $what }: { $state }
sitrep-no-osc = On-scene co-ordinator: not designated.
sitrep-osc = On-scene co-ordinator: { $unit }, since { $at }
sitrep-unit = { $unit }: { $platform }, { $speed } kn, commences search at { $place }, { $at }
sitrep-aircraft = { $unit }: { $platform }, { $height } ft, { $speed } kn, commences search at { $place }, { $at }
sitrep-no-sortie = No sortie is ahead.
sitrep-fact = { $name }: { $value }
sitrep-done = { $at } { $what }
sitrep-ahead = { $unit } searches from { $begins } to { $ends }
sitrep-searched = Searched, nothing found: { $name } ({ $units }), POS { $pos }
sitrep-so-far = POS of all searches so far: { $pos }
sitrep-ended = Search and rescue ended at { $at }
### end of situation reports

### The closing report of a case
report-title = Closing report · { $case }
report-name = Casualty
report-object = Object
report-people = Persons at risk
report-alert = Opened
report-where = First position
report-centre = Co-ordinated by
report-on-scene = On-scene co-ordinator
report-stage = Stage
report-ended = Ended
report-so-far = POS of all searches
report-drift = Drift
report-no-drift = No drift was computed.
report-drifted = { $particles } hypotheses from { $first } to { $last }; centre { $place }; ashore { $ashore }
report-plans = Plans
report-plans-head = Made|Plan|By|POS|No plan exceeds|Manual plan|Sorties
report-computed = computed
report-searches = Searches that found nothing
report-searches-head = Ended|Search|Units|Of|POS
report-ours = our centre
report-theirs = the partner
report-papers = Papers and files
report-papers-head = Paper|Issued|By
report-log = Log sheet
report-alt = Map of the case: areas of the plan, ways of the units and where to look. The tables say the same in numbers.
report-caption = The plan that stood last: search areas, ways, commence-search points (●), and containment areas.
report-log-head = At|Office|What
### end of the closing report

### Scene 4 of the demonstration: one search of two centres
demo-search-answered = { $party } opens a case of its own, { $case }, made of what it was told: it answers { $answers }. One incident, two maps.
demo-search-planned = { $party } plans with { $units }: it finds the raft with a chance of { $pos }; no plan with these units exceeds { $bound }, the manual plan finds { $manual }.
demo-search-plan-left = Its plan leaves under rule { $rule } (entry { $index }, { $bytes } bytes): areas, legs and times exact, so that units keep clear of one another. Stays home: { $stays }.
demo-search-on-scene = { $party } designates { $unit } to co-ordinate on scene (OSC): it stands in the log and in the next SITREP.
demo-search-empty = { $party } searches until { $ended } with { $units }, and finds nothing.
demo-search-left = What was searched leaves under rule { $rule } (entry { $index }, { $bytes } bytes): legs and sweep widths exact. Stays home: { $stays }.
demo-search-learnt = The map of { $party } learns both searches: its own would have found the raft with { $own }, both together with { $together }. Half of the possibilities now lie within { $half } km².
demo-search-offered = { $party } offers a unit, { $platform }, under Article { $clause }: offered by one signature (entry { $index }).
demo-search-accepted = { $party } signs too (entry { $index }): lent, agreed by both. It joins the units of { $case } as { $unit }.
demo-search-handed-over = Who co-ordinates (SMC): { $giver } hands { $incident } over to { $taker } under Article { $clause }, agreed by both (Algeria entry { $dz }, United States entry { $us }).
demo-search-second = The second plan, on what both searches left, with { $units }: it finds the raft with a chance of { $pos }; no plan with these units exceeds { $bound }, the manual plan finds { $manual }.
demo-search-papers = What the search taught and what comes next, on paper: { $folder } (debrief.pdf, brief.pdf)
demo-search-closed = Both centres end the case and tell one another. Nobody was found, for nobody was lost: it is an EXAMPLE.

### Two centres, one search: custody, lent units, plans and searches of the partner
node-alarm-plan-arrived = The partner sent a search plan for { $subject }.
node-alarm-search-arrived = The partner sent a search that found nothing for { $subject }.
node-incident-custody = { $party } co-ordinates the search for { $case }
node-incident-offer = { $party } offers { $platform ->
        [helicopter] a helicopter
        [fixed_wing] an aeroplane
       *[boat] a vessel
    } for { $case }
node-incident-request = { $party } asks for { $platform ->
        [helicopter] a helicopter
        [fixed_wing] an aeroplane
       *[boat] a vessel
    } for { $case }
node-resource-tabled = Proposed, signed by nobody yet
node-resource-offered = Signed by one: awaiting the other
node-resource-accepted = Agreed by both: the unit is lent
node-resource-declined = Turned down
node-resource-withdrawn = Taken back
node-resource-lapsed = Open no more: its time is over
case-line-custody_proposed = Proposed that { $party } co-ordinates the search
case-line-custody_agreed = Agreed by both: { $party } co-ordinates the search
case-line-custody_failed = A proposal on who co-ordinates was not agreed
case-line-unit_offered = { $party } offers a unit: { $platform ->
        [helicopter] helicopter
        [fixed_wing] aeroplane
       *[boat] vessel
    }
case-line-unit_requested = { $party } asks for a unit: { $platform ->
        [helicopter] helicopter
        [fixed_wing] aeroplane
       *[boat] vessel
    }
case-line-unit_lent = Agreed by both: unit { $number } of { $party } is lent
case-line-unit_declined = Unit { $number } of { $party } was turned down
case-line-unit_withdrawn = { $party } took unit { $number } back
case-line-unit_lapsed = Unit { $number } of { $party }: the time to agree is over
### end of two centres

### Maritime: simulated ships
maritime-simulate-sailing = Ships are sailing
maritime-simulate-sending = Sending sentences
maritime-simulate-example = EXAMPLE: these ships are invented.
maritime-simulated = Ships: { $ships }, from { $first } to { $last }; positions: { $positions }; satellite detections: { $detections }; events in the truth: { $events }.
maritime-simulate-listening = Whoever connects to { $address } hears them; Ctrl-C ends it.
maritime-exported = { $form }: { $files } { $files ->
    [one] file
   *[other] files
 } of { $bytes } bytes in all, in { $out }.
### end of simulated ships

### Maritime: sentences decoded
maritime-decode-reading = Reading the logs
maritime-decoded = Lines read: { $lines }; messages: { $given }. Rows: positions { $positions }, what ships say of themselves { $statics }, other messages { $messages }.
maritime-decoded-type = Type { $type }: { $count }.
maritime-decoded-rejected = Rejected lines: { $count }.
maritime-decoded-reason = Rejected, { $reason ->
        [line-too-long] longer than 1,024 bytes
        [not-nmea] neither a sentence nor a comment
        [tag-block] a tag block that does not end
        [checksum-missing] without a checksum
        [checksum] a wrong checksum
        [fields] fields that are no sentence of AIS
        [part-numbers] impossible numbers of parts
        [fill-bits] more than 5 fill bits
        [payload-characters] characters that no payload has
        [payload-empty] an empty payload
        [payload-too-long] a payload of more than 200 characters
        [type-unknown] a type that does not exist
        [too-short] fewer bits than the type has
        [part-of-24] a part of type 24 that does not exist
        [part-lost] other parts of the message did not come
       *[time-line] a time line ($PGHP) that tells no time
    }: { $count }.
maritime-decoded-skipped = Not AIS, { $what ->
        [blank] empty lines
        [comment] comments
        [instrument] sentences of other instruments
        [time-line] time lines ($PGHP)
        [tag-only] tag blocks without a sentence
       *[tag-checksum] tag blocks whose checksum is wrong: their time and station are not believed
    }: { $count }.
maritime-decoded-without-time = Positions without any time: { $count }. Neither their line nor --received tells one; they stand at 1970-01-01.
maritime-decoded-written = The positions stand in { $file }.
### end of sentences decoded

### Maritime: positions in and the store
maritime-import-reading = Reading the files
maritime-import-storing = Sorting by ship and time, storing
maritime-import-file = { $file } ({ $mapping }): rows { $rows }, positions { $positions }, detections { $detections }, rejected { $rejected }.
maritime-import-reason = Rejected, { $reason ->
        [no-mmsi] without a ship’s number (MMSI)
        [bad-mmsi] with a number that is no MMSI
        [no-time] without a time
        [absurd-time] with a time before 1998 or days ahead
        [no-position] without a position (91° or 181°)
        [off-earth] with a latitude or longitude off the Earth
        [other-message] messages of other kinds
       *[not-valid] not valid by the sender’s own word
    }: { $count }.
maritime-import-stored = Store { $folder }: new positions { $added }, days { $days }; reports of an instant already known { $duplicates }.
maritime-import-before-retention = Rows older than the days that the store keeps, left out: { $count }.
maritime-import-rejects = The rejected rows stand in { $file }.
### end of positions in and the store
### Maritime: the live picture, receivers and distress
node-alarm-distress-heard = Distress: a device is heard that calls for help, { $subject }.
node-alarm-distress-doubtful = { $subject } says distress, and is no device for it or does not say whether it is a test.
node-alarm-feed-silent = The receiver { $subject } is not heard.
maritime-distress = { $state ->
        [active] Distress
        [test] Test
       *[doubtful] Doubtful
    }: { $device ->
        [sart] AIS-SART
        [mob] man overboard
        [epirb] EPIRB-AIS
       *[ship] ship
    } { $mmsi }.
maritime-doubt = { $doubt ->
        [status_active_text_test] Its status says active, its text says test: it counts as real until an office finds otherwise.
        [status_test_text_active] Its status says test, its text says active: it counts as real until an office finds otherwise.
        [not_a_device] The number is that of a ship that reports the status of a distress device: ask it.
       *[status_not_told] It says neither active nor test: ask who owns it.
    }
cli-listen-heard = { $name }: messages { $messages }, vessels { $vessels }, lines refused { $rejected }, shed { $shed }
cli-listen-stored = Kept in { $folder }: rows { $rows }.
cli-listen-given = Given to the node { $folder }: lines { $lines }.
### end of the live picture, receivers and distress

### Maritime: events

maritime-events-reading = Looking at the positions
maritime-events-finding = Finding events
maritime-events-done = { $count } events in { $rows } positions until { $until }, by the rule set { $rules }.
maritime-events-kind = { $kind }: { $count }, of which { $open } open
maritime-events-anchorages-found = No anchorages were given: { $count } were found where ships lay still near a coast.
maritime-events-file = They are in { $file }.
maritime-kind-gap = Silence
maritime-kind-disabling = Silence where ships are well heard
maritime-kind-loitering = Loitering
maritime-kind-loitering-in-company = Loitering beside another ship
maritime-kind-encounter = Encounter of two ships
maritime-kind-rendezvous = Two ships side by side
maritime-kind-port-visit = Port visit
maritime-kind-voyage = Voyage from port to port
maritime-kind-zone-entry = Entry into a zone
maritime-kind-zone-exit = Exit from a zone
maritime-kind-zone-stay = Stay in a zone
maritime-kind-speed-range = Speed within a range
maritime-kind-identity-clash = Two ships under one number
maritime-kind-identity-change = A ship that goes on under another number
maritime-kind-jump = Jump of a position
maritime-kind-circle = Positions on a circle
maritime-kind-on-land = Positions on land
maritime-kind-out-of-range = Positions out of the receiver’s reach
maritime-kind-coherence = Several ships displaced together
maritime-kind-too-clean = Positions too even to be measured
maritime-kind-detection-without-ais = Seen from space, no AIS
maritime-kind-ais-without-detection = AIS, not seen from space

### Maritime: checks

maritime-verdict = doubtful
maritime-checked = { $rows } positions on { $tracks } tracks.
maritime-counted = { $count } × { $what }
maritime-verdict-on = { $what }: { $verdict }
maritime-nothing-doubtful = Nothing doubtful was found.
maritime-check-values = Values and form of the MMSI
maritime-check-jump = Jumps of the position
maritime-check-clash = Two ships under one MMSI
maritime-check-identity = Change of MMSI under way
maritime-check-statics = What the ship says of itself
maritime-check-range = Range of the receiver
maritime-check-land = Positions on land
maritime-check-circle = Circles
maritime-check-coherence = Several ships at once
maritime-check-too-clean = Tracks without any noise
maritime-check-clock = Clocks
maritime-check-unseen = Reports and satellite detections
maritime-reason-mmsi-form = The MMSI has no valid form, or the digits of no flag.
maritime-reason-place-out-of-range = Positions outside the globe, or none, again and again.
maritime-reason-speed-out-of-range = Speeds that no ship has, again and again.
maritime-reason-course-out-of-range = Courses that are none, again and again.
maritime-reason-jump = The position is suddenly where the ship cannot have gone.
maritime-reason-jump-and-back = The position jumps away and comes back.
maritime-reason-identity-clash = Two ships are heard under one MMSI at the same time.
maritime-reason-identity-change = One track goes on under another MMSI.
maritime-reason-imo-shared = One IMO number is told under several MMSI at the same time.
maritime-reason-imo-moved = One IMO number is told under one MMSI, later under another.
maritime-reason-imo-changed = The IMO number changes under one MMSI.
maritime-reason-name-changed = The name changes under one MMSI.
maritime-reason-callsign-changed = The call sign changes under one MMSI.
maritime-reason-dimensions-changed = The dimensions change under one MMSI.
maritime-reason-out-of-range = The position lies beyond what the station can hear.
maritime-reason-on-land = The positions lie on land.
maritime-reason-circle = The positions go round and round on one circle.
maritime-reason-many-ships-jump = Several ships jump from one area to one place at the same time.
maritime-reason-too-clean = The track has none of the noise that receivers and the sea leave.
maritime-reason-fix-clock = The ship’s second is off the clock of those who heard it.
maritime-reason-station-clock = The station’s clock is off the other stations’.
maritime-reason-fix-after-reception = The fix is later than its reception.
maritime-reason-fix-long-past = The fix is more than a day older than its reception.
maritime-reason-detection-without-report = A satellite saw a vessel that no report tells of.
maritime-reason-report-without-detection = A report tells of a ship that the satellite did not see.
maritime-noise-no-place = no position
maritime-noise-duplicate = told twice
maritime-noise-stale = an old position told again
maritime-noise-coarse = a coarse long-range position
maritime-noise-spike = a single position off the track
maritime-noise-stray = a position that no track reaches

### end of checks
