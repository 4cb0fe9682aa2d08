// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// Time zones that every server has, whatever its time zone files.
///
/// One that it has not raises on the first row. These names have been in the time zone database for
/// decades.
enum TimeZoneNames {
    static func isKnown(_ name: String) -> Bool { names.contains(name.lowercased()) }

    private static let names: Set<String> = Set(
        """
        utc gmt etc/utc etc/gmt
        africa/algiers africa/cairo africa/casablanca africa/johannesburg africa/lagos africa/nairobi
        africa/tunis
        america/anchorage america/argentina/buenos_aires america/bogota america/buenos_aires
        america/caracas america/chicago america/costa_rica america/denver america/edmonton
        america/halifax america/havana america/lima america/los_angeles america/mexico_city
        america/montevideo america/new_york america/panama america/phoenix america/puerto_rico
        america/santiago america/sao_paulo america/st_johns america/toronto america/vancouver
        america/winnipeg
        asia/baghdad asia/bangkok asia/dhaka asia/dubai asia/hong_kong asia/jakarta asia/jerusalem
        asia/karachi asia/kolkata asia/calcutta asia/kuala_lumpur asia/manila asia/riyadh asia/seoul
        asia/shanghai asia/singapore asia/taipei asia/tashkent asia/tehran asia/tokyo
        atlantic/azores atlantic/reykjavik
        australia/adelaide australia/brisbane australia/darwin australia/hobart australia/melbourne
        australia/perth australia/sydney
        europe/amsterdam europe/athens europe/belgrade europe/berlin europe/brussels europe/bucharest
        europe/budapest europe/copenhagen europe/dublin europe/helsinki europe/istanbul europe/lisbon
        europe/london europe/luxembourg europe/madrid europe/minsk europe/moscow europe/oslo
        europe/paris europe/prague europe/riga europe/rome europe/sofia europe/stockholm
        europe/tallinn europe/vienna europe/vilnius europe/warsaw europe/zurich
        pacific/auckland pacific/guam pacific/honolulu
        us/central us/eastern us/mountain us/pacific
        """.split(whereSeparator: \.isWhitespace).map(String.init)
    )
}
