// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// A statement that is measured.
struct BenchmarkStatement {
    let name: String
    let text: [UInt8]

    init(_ name: String, _ sql: String) {
        self.name = name
        self.text = Array(sql.utf8)
    }

    static let all = [
        BenchmarkStatement("point query", "SELECT total FROM orders WHERE id = 4711"),
        BenchmarkStatement("BI query", business),
        BenchmarkStatement("long BI query", longBusiness),
        BenchmarkStatement("IN list", list),
    ]

    /// Some 400 bytes, the size that the target is set for.
    private static let business = """
        SELECT c.region, date_trunc('month', o.created_at) AS month, count(*) AS orders, \
        sum(o.total) AS revenue, avg(o.total) AS average FROM orders o \
        JOIN customers c ON c.id = o.customer_id WHERE o.created_at >= '2025-01-01' \
        AND o.status IN ('paid', 'shipped') GROUP BY c.region, date_trunc('month', o.created_at) \
        HAVING sum(o.total) > 1000 ORDER BY revenue DESC LIMIT 100
        """

    private static let longBusiness = """
        WITH monthly AS (
            SELECT o.customer_id, date_trunc('month', o.created_at) AS month,
                   sum(o.total) AS revenue, count(*) AS orders,
                   sum(CASE WHEN o.status = 'returned' THEN o.total ELSE 0 END) AS returned
            FROM orders o
            WHERE o.created_at >= '2024-01-01' AND o.created_at < '2026-01-01'
            GROUP BY o.customer_id, date_trunc('month', o.created_at)
        ), ranked AS (
            SELECT m.customer_id, m.month, m.revenue, m.orders, m.returned,
                   rank() OVER (PARTITION BY m.month ORDER BY m.revenue DESC) AS place,
                   lag(m.revenue) OVER (PARTITION BY m.customer_id ORDER BY m.month) AS previous
            FROM monthly m
        ), goods AS (
            SELECT o.customer_id, p.category, sum(i.quantity * i.price) AS spent
            FROM orders o
            JOIN order_items i ON i.order_id = o.id
            JOIN products p ON p.sku = i.sku
            WHERE p.category IN ('books', 'music', 'games') AND i.quantity > 0
            GROUP BY o.customer_id, p.category
        )
        SELECT c.id, c.name, c.region, r.month, r.revenue, r.orders, r.place,
               coalesce(r.revenue - r.previous, r.revenue) AS change,
               CASE WHEN r.revenue > 0 THEN r.returned / r.revenue END AS share,
               g.category, coalesce(g.spent, 0) AS spent
        FROM ranked r
        JOIN customers c ON c.id = r.customer_id
        LEFT JOIN goods g ON g.customer_id = c.id
        WHERE r.place <= 10 AND c.region <> 'test'
          AND NOT EXISTS (SELECT 1 FROM orders x WHERE x.customer_id = c.id AND x.status = 'fraud')
        ORDER BY r.month, r.place, g.category
        LIMIT 500
        """

    /// Some 50,000 bytes.
    private static let list =
        "SELECT id, total FROM orders WHERE id IN ("
        + (0..<7_140).map { String(10_000 + $0) }.joined(separator: ", ") + ")"
}
