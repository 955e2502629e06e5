/*
 * The fair ceiling of steps whose force is a pass of its own: the same passes in C, of the same width (gcc -O3 -msse4.2
 * -fopenmp-simd). Every step is a whole KDK, or BAOAB for the bath, with floors and sums as src/kernels has them; of steps
 * on single samples each takes another one, so that there are two gradients.
 * Reads lines "kind a b milliseconds", answers with weights × samples a second of processor time:
 *   s: shared ring of a sites; p: perceptron ring of a outputs; t: torus a × b, one sample a step
 *   c, q, f: cell, quadratic and four-field theory on a points, b samples; l: ring of a sites in a bath
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define FLOOR 1e-150
#define REST 1e-130
#define E 0.995
#define C 0.0005
#define H 0.1
static const double P = .4, Q = .9, R = .3;
static double sum;

static void kick(double *restrict w, double *restrict v, const double *restrict g, int n, int opens) {
  double close = 0, open = 0;
  if (!opens) {
#pragma omp simd reduction(+ : close)
    for (int i = 0; i < n; i++) {
      double a = E * v[i] - C * g[i];
      a = __builtin_fabs(a) < FLOOR ? 0 : a;
      close += a * a;
      v[i] = a;
    }
  } else {
#pragma omp simd reduction(+ : close, open)
    for (int i = 0; i < n; i++) {
      double a = E * v[i] - C * g[i];
      a = __builtin_fabs(a) < FLOOR ? 0 : a;
      close += a * a;
      double b = E * a - C * g[i];
      b = __builtin_fabs(b) < FLOOR ? 0 : b;
      open += b * b;
      v[i] = b;
      double x = w[i] + H * b;
      w[i] = __builtin_fabs(x) < (b == 0 ? REST : FLOOR) ? 0 : x;
    }
  }
  sum = close + open;
}

static void ringShared(const double *restrict w, const double *restrict x, const double *restrict y, int n,
                       double *restrict e, double *restrict g) {
  e[0] = 2 * P * (P * (w[0] * x[0] - w[n - 1] * x[n - 1]) + Q - y[0]);
#pragma omp simd
  for (int i = 1; i < n; i++) e[i] = 2 * P * (P * (w[i] * x[i] - w[i - 1] * x[i - 1]) + Q - y[i]);
  e[n] = e[0];
#pragma omp simd
  for (int i = 0; i < n; i++) g[i] = e[i] * x[i] - e[i + 1] * x[i];
}

static void ringPerceptron(const double *restrict w, const double *restrict x, const double *restrict y, int n,
                           double *restrict g) {
  double e = 2 * P * (P * (w[0] * x[n - 1] + w[1] * x[0]) + Q - y[0]);
  g[0] = e * x[n - 1];
  g[1] = e * x[0];
#pragma omp simd
  for (int i = 1; i < n; i++) {
    double d = 2 * P * (P * (w[2 * i] * x[i - 1] + w[2 * i + 1] * x[i]) + Q - y[i]);
    g[2 * i] = d * x[i - 1];
    g[2 * i + 1] = d * x[i];
  }
}

static void torusShared(const double *restrict w, const double *restrict x, const double *restrict y, int rows, int n,
                        double *restrict e, double *restrict g) {
  int size = rows * n;
  double *restrict up = e, *restrict down = e + n, *restrict right = e + 2 * n;
  const double *u = w + size - n, *ux = x + size - n;
  for (int c = 0; c < n; c++) up[c] = 2 * P * (P * (u[c] * ux[c] - w[c] * x[c]) + Q - y[size - n + c]);
  for (int r = 0; r < rows; r++) {
    const double *a = w + r * n, *ax = x + r * n, *b = w + (r + 1) % rows * n, *bx = x + (r + 1) % rows * n;
    const double *ya = y + r * n, *yb = y + size + r * n;
    double *restrict o = g + r * n;
#pragma omp simd
    for (int c = 0; c < n; c++) down[c] = 2 * P * (P * (a[c] * ax[c] - b[c] * bx[c]) + Q - ya[c]);
#pragma omp simd
    for (int c = 0; c < n - 1; c++) right[c + 1] = 2 * P * (P * (a[c] * ax[c] - a[c + 1] * ax[c + 1]) + Q - yb[c]);
    right[n] = right[0] = 2 * P * (P * (a[n - 1] * ax[n - 1] - a[0] * ax[0]) + Q - yb[n - 1]);
#pragma omp simd
    for (int c = 0; c < n; c++) o[c] = down[c] * ax[c] - up[c] * ax[c] - right[c] * ax[c] + right[c + 1] * ax[c];
    memcpy(up, down, n * sizeof(double));
  }
}

static void cell(const double *restrict w, const double *restrict x, const double *restrict y, int n, int samples,
                 double *restrict g) {
  for (int j = 0; j < 2 * n; j++) g[j] = 0;
  for (int l = 0; l < samples; l++) {
    const double *X = x + l * n, *Y = y + l * n;
#pragma omp simd
    for (int j = 0; j < n; j++) {
      double a = 2 * X[j], u = a * w[j], s = (P * u + Q) * u + R, e = 2 * (2 * w[n + j] * s - Y[j]);
      g[j] += e * w[n + j] * (2 * P * u + Q) * a;
      g[n + j] += e * s;
    }
  }
}

#define D(f) (slope * ((f)[j + 1] - (f)[j - 1]))
#define L(f) (bend * ((f)[j + 1] - 2 * (f)[j] + (f)[j - 1]))
static void ends(double *f, int n) {
  f[-1] = f[n - 1];
  f[n] = f[0];
}
static void sources(const double *restrict m, const double *restrict a, const double *restrict b, int n, double mass, double q,
                    double *restrict g, double *restrict f1, double *restrict b1, double *restrict f2,
                    double *restrict b2) {
  const double slope = .25, bend = .25;
  const int s = n + 8;
#pragma omp simd
  for (int j = 0; j < n; j++) {
    double Y = m[j], xy = q * m[s + j], xs = q * m[2 * s + j], J = -8 * q * (m[s + j] + 4 * m[3 * s + j]);
    double d1 = D(a), d2 = D(b), l1 = L(a), l2 = L(b);
    g[j] = J * b[j] - 16 * xs * d2 - 4 * xy * l2;
    f1[j] = 48 * xs * b[j] + 16 * xy * d2;
    b1[j] = -20 * xy * b[j];
    g[n + j] = -4 * R * Y + J * a[j] + mass * (b[j] + l2) - 48 * xs * d1 - 20 * xy * l1;
    f2[j] = 16 * xy * d1 + 16 * xs * a[j];
    b2[j] = -2 * R * Y - 4 * xy * a[j];
  }
}
static void outer(const double *restrict f, const double *restrict b, int n, double *restrict g) {
  const double slope = .25, bend = .25;
#pragma omp simd
  for (int j = 0; j < n; j++) g[j] = .5 * (g[j] + D(f) + L(b));
}
static void quadratic(const double *w, const double *m, int n, int samples, double *row, double *g) {
  int s = n + 8;
  double *a = row + 4, *b = a + s, *f1 = b + s, *b1 = f1 + s, *f2 = b1 + s, *b2 = f2 + s;
  memcpy(a, w, n * sizeof(double));
  memcpy(b, w + n, n * sizeof(double));
  ends(a, n), ends(b, n);
  sources(m, a, b, n, 8 * samples * R * R, 0, g, f1, b1, f2, b2);
  ends(f1, n), ends(b1, n), ends(f2, n), ends(b2, n);
  outer(f1, b1, n, g);
  outer(f2, b2, n, g + n);
}

static void fourField(const double *restrict w, const double *restrict x, const double *restrict y, int n, int samples,
                      double *restrict row, double *restrict g) {
  const int mesh = 2, s = n + 2 * mesh;
  double *restrict h = row + mesh, *restrict t = h + s, *restrict own = t + s, *restrict other = own + s;
  memset(g, 0, 4 * n * sizeof(double));
  for (int l = 0; l < samples; l++) {
    const double *X = x + l * s + mesh, *Y = y + l * n;
#pragma omp simd
    for (int j = 0; j < n; j++) {
      double u = w[2 * n + j] * X[j - mesh] + w[3 * n + j] * X[j];
      h[j] = (P * u + Q) * u + R;
      t[j] = 2 * P * u + Q;
    }
    memcpy(h + n, h, mesh * sizeof(double));
#pragma omp simd
    for (int j = 0; j < n; j++) {
      double e = 2 * (w[j] * h[j] + w[n + j] * h[j + mesh] - Y[j]);
      own[j] = e * w[j];
      other[j] = e * w[n + j];
      g[j] += e * h[j];
      g[n + j] += e * h[j + mesh];
    }
    memcpy(other - mesh, other + n - mesh, mesh * sizeof(double));
#pragma omp simd
    for (int j = 0; j < n; j++) {
      double d = (own[j] + other[j - mesh]) * t[j];
      g[2 * n + j] += d * X[j - mesh];
      g[3 * n + j] += d * X[j];
    }
  }
}

static uint64_t s0 = 0x9E3779B97F4A7C15, s1 = 0xBF58476D1CE4E5B9;
static inline uint32_t next(void) {
  uint64_t a = s0, b = s1 ^ a;
  uint32_t out = (uint32_t)(a + s1);
  s0 = (a << 24 | a >> 40) ^ b ^ b << 16;
  s1 = b << 37 | b >> 27;
  return out;
}
static inline double uniform(void) {
  uint32_t high = next() >> 5, low = next() >> 6;
  return (high * 67108864.0 + low) * 0x1p-53;
}
/* ln x of a normal number, by the formula that the kernels take (fdlibm). */
static inline double ln(double x) {
  uint64_t all;
  memcpy(&all, &x, 8);
  uint32_t high = (uint32_t)(all >> 32) + (0x3ff00000 - 0x3fe6a09e);
  int k = (int)(high >> 20) - 1023;
  all = (uint64_t)((high & 0xfffff) + 0x3fe6a09e) << 32 | (uint32_t)all;
  memcpy(&x, &all, 8);
  double f = x - 1, half = .5 * f * f, s = f / (2 + f), z = s * s, w = z * z;
  double even = w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1));
  double odd = z * (6.66666666666673513e-1 +
                    w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)));
  return s * (half + odd + even) + k * 1.90821492927058770002e-10 - half + f + k * 6.9314718036912381649e-1;
}
static double spare;
static int waits;
static inline double normal(void) {
  if (waits) return waits = 0, spare;
  double u, v, q;
  do {
    u = 2 * uniform() - 1;
    v = 2 * uniform() - 1;
    q = u * u + v * v;
  } while (q >= 1 || q == 0);
  double f = sqrt(-2 * ln(q) / q);
  spare = v * f;
  waits = 1;
  return u * f;
}
static void bath(double *restrict w, double *restrict v, const double *restrict K, double *restrict g, int n) {
  double before = 0, after = 0, end = 0;
#pragma omp simd reduction(+ : before)
  for (int i = 0; i < n; i++) {
    double a = v[i] - C * g[i];
    before += a * a;
    v[i] = a;
    w[i] += H * a;
  }
  for (int i = 0; i < n; i++) {
    double a = .9 * v[i] + .3 * normal();
    after += a * a;
    v[i] = a;
    w[i] += H * a;
  }
  g[0] = .1 * w[0] - (K[0] * (w[1] - w[0]) - K[n - 1] * (w[0] - w[n - 1])) - .01;
#pragma omp simd
  for (int i = 1; i < n - 1; i++) g[i] = .1 * w[i] - (K[i] * (w[i + 1] - w[i]) - K[i - 1] * (w[i] - w[i - 1])) - .01;
  g[n - 1] = .1 * w[n - 1] - (K[n - 1] * (w[0] - w[n - 1]) - K[n - 2] * (w[n - 1] - w[n - 2])) - .01;
#pragma omp simd reduction(+ : end)
  for (int i = 0; i < n; i++) {
    double a = v[i] - C * g[i];
    end += a * a;
    v[i] = a;
  }
  sum = before + after + end;
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}
static double *array(size_t n, double swing) {
  double *a = aligned_alloc(64, (n * sizeof(double) + 191) / 64 * 64);
  for (size_t i = 0; i < n; i++) a[i] = swing * sin(.7 * i);
  return a;
}

int main(void) {
  char kind;
  int a, b;
  double ms;
  while (scanf(" %c %d %d %lf", &kind, &a, &b, &ms) == 4) {
    int field = kind == 'c' || kind == 'q' || kind == 'f';
    size_t sites = kind == 't' ? (size_t)a * b : a;
    size_t size = kind == 'p' || kind == 'c' || kind == 'q' ? 2 * sites : kind == 'f' ? 4 * sites : sites;
    size_t samples = field ? b : 2, count = (samples + 8) * (sites + 16);
    double *w = array(size, .3), *v = array(size, 0), *g = array(size, 0);
    double *x = array(count, 1), *y = array(2 * count, .5), *row = array(8 * (sites + 16), 0);
    for (size_t i = 0; kind == 'l' && i < sites; i++) y[i] = .3;
    // The clock is read seldom: reading it can take longer than the work.
    long steps = 0, more = 4;
    double start = now(), spent;
    do {
      for (long k = 0; k < more; k++) {
        if (kind == 'l') bath(w, v, y, g, a);
        for (int half = 0; !field && kind != 'l' && half < 2; half++) {
          const double *X = x + half * sites, *Y = y + 2 * half * sites;
          if (kind == 's') ringShared(w, X, Y, a, row, g);
          if (kind == 'p') ringPerceptron(w, X, Y, a, g);
          if (kind == 't') torusShared(w, X, Y, a, b, row, g);
          kick(w, v, g, size, half);
        }
        if (kind == 'c') cell(w, x, y, a, b, g);
        if (kind == 'q') quadratic(w, x, a, b, row, g);
        if (kind == 'f') fourField(w, x, y, a, b, row, g);
        if (field) kick(w, v, g, size, 1);
      }
      steps += more;
      more = steps / 2;
      spent = now() - start;
    } while (spent < ms * 1e-3);
    printf("%.6g %.6g\n", steps * (double)size * (field ? samples : 1) / spent, sum);
    fflush(stdout);
    free(w), free(v), free(g), free(x), free(y), free(row);
  }
}
