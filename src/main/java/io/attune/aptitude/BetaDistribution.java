package io.attune.aptitude;

/** Quantiles of the Beta distribution, by the continued fraction of its distribution function (Lentz's method). */
final class BetaDistribution {
    private static final double TINY = 1e-300;

    private BetaDistribution() {}

    static double quantile(double alpha, double beta, double share) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < 40; i++) {
            double middle = (low + high) / 2;
            if (below(middle, alpha, beta) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    static double below(double x, double a, double b) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        double front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b));
        return x < (a + 1) / (a + b + 2) ? front * fraction(x, a, b) / a : 1 - front * fraction(1 - x, b, a) / b;
    }

    private static double fraction(double x, double a, double b) {
        double c = 1;
        double d = 1 / floored(1 - (a + b) * x / (a + 1));
        double result = d;
        for (int m = 1; m < 200; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / floored(1 + even * d);
            c = floored(1 + even / c);
            result *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / floored(1 + odd * d);
            c = floored(1 + odd / c);
            double change = d * c;
            result *= change;
            if (Math.abs(change - 1) < 1e-12) {
                break;
            }
        }
        return result;
    }

    private static double floored(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    /** Stirling's series, after lifting the argument above 8; error below 1e-10. */
    private static double logGamma(double x) {
        double lift = 0;
        double y = x;
        while (y < 8) {
            lift -= Math.log(y);
            y += 1;
        }
        double square = 1 / (y * y);
        double series = (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square / 1680))) / y;
        return lift + (y - 0.5) * Math.log(y) - y + 0.5 * Math.log(2 * Math.PI) + series;
    }
}
