/*
 * The fair ceiling: the step of src/kernels/simd/assembly in C, of the same width (gcc -O3 -msse4.2 -fopenmp-simd).
 * One pass closes a step and opens the next, with the same floors and sums. It writes the weights to a second array, so
 * that the compiler can make vectors of it; the row above is read, not carried.
 * Reads lines "rows columns milliseconds", answers with site updates a second of processor time.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define FLOOR (sizeof(T) == 8 ? (T)1e-150 : (T)1e-30)
#define REST (sizeof(T) == 8 ? (T)1e-130 : (T)1e-24)

static double closed, opened;

#define STEP(pulled)                                   \
  T g = J[i] * W - (pulled) - f[i];                    \
  T a = E2 * v[i] - c2 * g;                            \
  a = __builtin_fabs(a) < FLOOR ? 0 : a;               \
  close += (double)a * (double)a;                      \
  T b = E1 * a - c1 * g;                               \
  b = __builtin_fabs(b) < FLOOR ? 0 : b;               \
  open += (double)b * (double)b;                       \
  v[i] = b;                                            \
  T x = W + h * b;                                     \
  out[i] = __builtin_fabs(x) < (b == 0 ? REST : FLOOR) ? 0 : x;

#define RING(i, l, r)                                  \
  {                                                    \
    T W = w[i];                                        \
    STEP(s * K[i] * (w[r] - W) - s * K[l] * (W - w[l])) \
  }

static void ring(const T *restrict w, T *restrict out, T *restrict v, const T *restrict K, const T *restrict J,
                 const T *restrict f, int n, T s, T E2, T c2, T E1, T c1, T h) {
  double close = 0, open = 0;
  int i = 0;
  RING(i, n - 1, 1)
#pragma omp simd reduction(+ : close, open)
  for (i = 1; i < n - 1; i++) RING(i, i - 1, i + 1)
  i = n - 1;
  RING(i, n - 2, 0)
  closed = close;
  opened = open;
}

#define TORUS(i, l, r)                                                                                        \
  {                                                                                                           \
    T W = c[i];                                                                                               \
    STEP(s * (right[i] * (c[r] - W) - right[l] * (W - c[l]) + (down[i] * (d[i] - W) - upper[i] * (W - u[i])))) \
  }

static void row(const T *restrict c, const T *restrict u, const T *restrict d, T *restrict out, T *restrict v,
                const T *restrict down, const T *restrict upper, const T *restrict right, const T *restrict J,
                const T *restrict f, int n, T s, T E2, T c2, T E1, T c1, T h) {
  double close = 0, open = 0;
  int i = 0;
  TORUS(i, n - 1, 1)
#pragma omp simd reduction(+ : close, open)
  for (i = 1; i < n - 1; i++) TORUS(i, i - 1, i + 1)
  i = n - 1;
  TORUS(i, n - 2, 0)
  closed += close;
  opened += open;
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

static T *array(size_t n, T start, T swing) {
  T *a = aligned_alloc(64, (n * sizeof(T) + 127) / 64 * 64);
  for (size_t i = 0; i < n; i++) a[i] = start + swing * sin(0.1 * i);
  return a;
}

int main(void) {
  int rows, columns;
  double ms;
  while (scanf("%d %d %lf", &rows, &columns, &ms) == 3) {
    size_t n = (size_t)rows * columns;
    T *w = array(n, 0, 1), *other = array(n, 0, 0), *v = array(n, 0, 0);
    T *K = array(2 * n, 1, .3), *J = array(n, .1, 0), *f = array(n, .01, 0);
    const T s = 1, E = .995, c = .05, h = .1;
    // The clock is read seldom: reading it can take longer than the work.
    long steps = 0, more = 4;
    double start = now(), spent;
    do {
      for (long k = 0; k < more; k++) {
        if (rows == 1) {
          ring(w, other, v, K, J, f, columns, s, E, c, E, c, h);
        } else {
          closed = opened = 0;
          for (int r = 0; r < rows; r++) {
            size_t at = (size_t)r * columns, above = (size_t)((r + rows - 1) % rows) * columns,
                   below = (size_t)((r + 1) % rows) * columns;
            row(w + at, w + above, w + below, other + at, v + at, K + at, K + above, K + n + at, J + at, f + at, columns,
                s, E, c, E, c, h);
          }
        }
        T *t = w;
        w = other;
        other = t;
      }
      steps += more;
      more = steps / 2;
      spent = now() - start;
    } while (spent < ms * 1e-3);
    printf("%.6g %.6g\n", steps * (double)n / spent, opened);
    fflush(stdout);
    free(w), free(other), free(v), free(K), free(J), free(f);
  }
}
