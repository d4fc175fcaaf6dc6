//! Transformations of the plane as PDF writes them.

/// `[a b c d e f]`: x' = ax + cy + e, y' = bx + dy + f.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Matrix(pub [f32; 6]);

impl Matrix {
    /// Leaves every point where it is.
    pub(crate) const IDENTITY: Matrix = Matrix([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// Moves every point.
    pub(crate) fn translation(x: f32, y: f32) -> Matrix {
        Matrix([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// First this, then `after`.
    #[must_use]
    pub(crate) fn then(self, after: Matrix) -> Matrix {
        let [a, b, c, d, e, f] = self.0;
        let [p, q, r, s, t, u] = after.0;
        Matrix([a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u])
    }

    /// Where a point goes.
    pub(crate) fn apply(self, x: f32, y: f32) -> (f32, f32) {
        let [a, b, c, d, e, f] = self.0;
        (a * x + c * y + e, b * x + d * y + f)
    }

    /// How long the upright of length 1 becomes.
    pub(crate) fn height(self) -> f32 {
        self.0[2].hypot(self.0[3])
    }

    /// Whether what ran to the right still does.
    pub(crate) fn is_upright(self) -> bool {
        let [a, b, ..] = self.0;
        a > 0.0 && b.abs() <= 0.1 * a
    }
}
