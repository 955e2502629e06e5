/*
 * The fair ceiling of the networks' forces in C, of the same width (gcc -O3 -msse4.2 -fopenmp-simd): one gradient of the
 * squared cost, the batch innermost in tiles of 64, tanh by the same polynomial. Products of matrices are blocked two
 * rows by eight samples, which stay in registers; the other loops are left to the compiler.
 * Reads lines "kind samples count numbers... milliseconds" and answers with weights times samples a second of processor
 * time. Kinds: d dense (sizes), t two-layer ring (N), r deep ring of reach 1 (N, layers), c convolutional ring of reach 1
 * (N, channels...).
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define TILE 64
#define MIN(a, b) ((a) < (b) ? (a) : (b))
typedef double pair __attribute__((vector_size(16), aligned(8)));
typedef int64_t bits __attribute__((vector_size(16)));

static double *room(size_t n) {
  size_t bytes = (n * sizeof(double) + 191) / 64 * 64;
  double *a = aligned_alloc(64, bytes);
  memset(a, 0, bytes);
  return a;
}
static double *wave(size_t n, double swing) {
  double *a = room(n);
  for (size_t i = 0; i < n; i++) a[i] = swing * sin(.7 * i);
  return a;
}

/* h = tanh z, s = 1 − h² */
static void activate(const double *z, int count, double *h, double *slope) {
  const double round = 6755399441055744.;
  for (int n = 0; n < count; n += 2) {
    pair x = *(const pair *)(z + n);
    bits above = x > 20., below = x < -20.;
    pair y = (pair)((above & (bits)(pair){20, 20}) | (below & (bits)(pair){-20, -20}) | (~(above | below) & (bits)x));
    y = y + y;
    pair rounded = y * 1.442695040888963387 + round, k = rounded - round;
    pair high = y - k * 6.9314718036912381649e-1, low = k * 1.90821492927058770002e-10, r = high - low;
    pair correction = high - r - low, r2 = r * r, r4 = r2 * r2;
    pair p01 = 1. / 2 + r * (1. / 6), p23 = 1. / 24 + r * (1. / 120), p45 = 1. / 720 + r * (1. / 5040);
    pair p67 = 1. / 40320 + r * (1. / 362880), p89 = 1. / 3628800 + r * (1. / 39916800);
    pair pab = 1. / 479001600 + r * (1. / 6227020800) + r2 * (1. / 87178291200);
    pair tail = p01 + r2 * p23 + r4 * (p45 + r2 * p67 + r4 * (p89 + r2 * pab));
    pair scale = (pair)(((bits)rounded << 52) + ((int64_t)1023 << 52));
    pair m = scale * (r + (r2 * tail + correction)) + (scale - 1), t = m / (m + 2);
    *(pair *)(h + n) = t;
    *(pair *)(slope + n) = 1 - t * t;
  }
}

/* target[j][s] += Σ_k M[j,k] source[k][s] */
static void multiply(const double *M, long rowStep, long columnStep, int rows, int columns, const double *restrict source,
                     int width, double *restrict target) {
  int wide = width & ~7, j = 0;
  for (; j + 2 <= rows; j += 2)
    for (int s = 0; s < wide; s += 8) {
      pair a[4] = {0}, b[4] = {0};
      const double *p = M + j * rowStep, *q = p + rowStep;
      const double *h = source + s;
      for (int k = 0; k < columns; k++, p += columnStep, q += columnStep, h += width)
        for (int v = 0; v < 4; v++) {
          pair x = *(const pair *)(h + 2 * v);
          a[v] += *p * x;
          b[v] += *q * x;
        }
      for (int v = 0; v < 4; v++) {
        *(pair *)(target + j * width + s + 2 * v) += a[v];
        *(pair *)(target + (j + 1) * width + s + 2 * v) += b[v];
      }
    }
  for (; j < rows; j++)
    for (int s = 0; s < wide; s += 8) {
      pair a[4] = {0};
      const double *p = M + j * rowStep, *h = source + s;
      for (int k = 0; k < columns; k++, p += columnStep, h += width)
        for (int v = 0; v < 4; v++) a[v] += *p * *(const pair *)(h + 2 * v);
      for (int v = 0; v < 4; v++) *(pair *)(target + j * width + s + 2 * v) += a[v];
    }
  for (j = 0; j < rows; j++)
    for (int s = wide; s < width; s++) {
      double sum = 0;
      for (int k = 0; k < columns; k++) sum += M[j * rowStep + k * columnStep] * source[k * width + s];
      target[j * width + s] += sum;
    }
}

static double dot(const double *restrict a, const double *restrict b, int n) {
  double sum = 0;
#pragma omp simd reduction(+ : sum)
  for (int i = 0; i < n; i++) sum += a[i] * b[i];
  return sum;
}
static double sum(const double *a, int n) {
  double sum = 0;
#pragma omp simd reduction(+ : sum)
  for (int i = 0; i < n; i++) sum += a[i];
  return sum;
}

/* out[j][i] += Σ_s delta[j][s] value[i][s] */
static void outer(const double *delta, int rows, const double *value, int columns, int width, double *out) {
  int j = 0;
  for (; j + 2 <= rows; j += 2) {
    int i = 0;
    for (; i + 4 <= columns; i += 4) {
      pair a[4] = {0}, b[4] = {0};
      const double *d = delta + j * width, *h = value + i * width;
      for (int s = 0; s + 2 <= width; s += 2)
        for (int v = 0; v < 4; v++) {
          pair x = *(const pair *)(h + v * width + s);
          a[v] += *(const pair *)(d + s) * x;
          b[v] += *(const pair *)(d + width + s) * x;
        }
      for (int v = 0; v < 4; v++) {
        out[j * columns + i + v] += a[v][0] + a[v][1];
        out[(j + 1) * columns + i + v] += b[v][0] + b[v][1];
        if (width & 1) {
          out[j * columns + i + v] += d[width - 1] * h[v * width + width - 1];
          out[(j + 1) * columns + i + v] += d[2 * width - 1] * h[v * width + width - 1];
        }
      }
    }
    for (; i < columns; i++) {
      out[j * columns + i] += dot(delta + j * width, value + i * width, width);
      out[(j + 1) * columns + i] += dot(delta + (j + 1) * width, value + i * width, width);
    }
  }
  for (; j < rows; j++)
    for (int i = 0; i < columns; i++) out[j * columns + i] += dot(delta + j * width, value + i * width, width);
}

static void times(double *restrict a, const double *restrict b, int count) {
#pragma omp simd
  for (int n = 0; n < count; n++) a[n] *= b[n];
}

static int samples, count, number[16];
static double *W, *out, *X, *Y;
static double *value[20], *slope[20], *delta[20];

static size_t denseSize(void) {
  size_t P = 0;
  for (int m = 0; m + 1 < count; m++) P += (size_t)number[m + 1] * (number[m] + 1);
  return P;
}
static void dense(void) {
  const int depth = count - 1, inputs = number[0], outputs = number[depth];
  for (int first = 0; first < samples; first += TILE) {
    int width = MIN(TILE, samples - first);
    for (int s = 0; s < width; s++)
      for (int i = 0; i < inputs; i++) value[0][i * width + s] = X[(first + s) * inputs + i];
    double *w = W;
    for (int m = 0; m < depth; m++) {
      int rows = number[m + 1], columns = number[m];
      double *bias = w + (long)rows * columns;
      for (int j = 0; j < rows; j++)
        for (int s = 0; s < width; s++) value[m + 1][j * width + s] = bias[j];
      multiply(w, columns, 1, rows, columns, value[m], width, value[m + 1]);
      if (m + 1 < depth) activate(value[m + 1], rows * width, value[m + 1], slope[m + 1]);
      w = bias + rows;
    }
    for (int s = 0; s < width; s++)
      for (int o = 0; o < outputs; o++)
        delta[depth][o * width + s] = 2 * (value[depth][o * width + s] - Y[(first + s) * outputs + o]);
    double *g = out + (w - W);
    for (int m = depth - 1; m >= 0; m--) {
      int rows = number[m + 1], columns = number[m];
      w -= (long)rows * (columns + 1);
      g -= (long)rows * (columns + 1);
      if (m + 1 < depth) times(delta[m + 1], slope[m + 1], rows * width);
      outer(delta[m + 1], rows, value[m], columns, width, g);
      for (int j = 0; j < rows; j++) g[(long)rows * columns + j] += sum(delta[m + 1] + j * width, width);
      if (m == 0) break;
      memset(delta[m], 0, sizeof(double) * columns * width);
      multiply(w, 1, columns, columns, rows, delta[m + 1], width, delta[m]);
    }
  }
}

/* W1 [2N], W2 [2N]; u_k = W1[2k−1] X_{k−1} + W1[2k] X_k, Z_i = W2[2i] σ(u_i) + W2[2i+1] σ(u_{i+1}). */
static void twoLayer(void) {
  const int N = number[0];
  const double p = .4, q = .9, r = .3;
  double *restrict h = value[0], *restrict s = slope[0], *restrict d = delta[0], *restrict e = delta[1];
  const double *restrict w = W, *restrict w2 = W + 2 * N;
  double *restrict g = out, *restrict g2 = out + 2 * N;
  for (int l = 0; l < samples; l++) {
    const double *restrict x = X + (long)l * N, *restrict y = Y + (long)l * N;
#pragma omp simd
    for (int k = 1; k < N; k++) {
      double u = w[2 * k - 1] * x[k - 1] + w[2 * k] * x[k];
      h[k] = (p * u + q) * u + r;
      s[k] = 2 * p * u + q;
    }
    double u = w[2 * N - 1] * x[N - 1] + w[0] * x[0];
    h[0] = h[N] = (p * u + q) * u + r;
    s[0] = 2 * p * u + q;
#pragma omp simd
    for (int i = 0; i < N; i++) d[i] = 2 * (w2[2 * i] * h[i] + w2[2 * i + 1] * h[i + 1] - y[i]);
#pragma omp simd
    for (int i = 0; i < N; i++) {
      g2[2 * i] += d[i] * h[i];
      g2[2 * i + 1] += d[i] * h[i + 1];
    }
#pragma omp simd
    for (int k = 1; k < N; k++) e[k] = (d[k - 1] * w2[2 * k - 1] + d[k] * w2[2 * k]) * s[k];
    e[0] = (d[N - 1] * w2[2 * N - 1] + d[0] * w2[0]) * s[0];
#pragma omp simd
    for (int k = 1; k < N; k++) {
      g[2 * k - 1] += e[k] * x[k - 1];
      g[2 * k] += e[k] * x[k];
    }
    g[2 * N - 1] += e[0] * x[N - 1];
    g[0] += e[0] * x[0];
  }
}

static void closeRows(double *rows, int N, int width) {
  memcpy(rows, rows + N * width, sizeof(double) * width);
  memcpy(rows + (N + 1) * width, rows + width, sizeof(double) * width);
}

/* Four weights a site: three taps and a bias. */
static void deepRing(void) {
  const int N = number[0], depth = number[1];
  for (int first = 0; first < samples; first += TILE) {
    int width = MIN(TILE, samples - first);
    for (int s = 0; s < width; s++)
      for (int i = 0; i < N; i++) value[0][(i + 1) * width + s] = X[(first + s) * N + i];
    for (int m = 0; m < depth; m++) {
      closeRows(value[m], N, width);
      double *restrict z = value[m + 1] + width;
      for (int i = 0; i < N; i++) {
        const double *w = W + 4L * (m * N + i), *restrict h = value[m] + i * width;
        const double a = w[0], b = w[1], c = w[2], bias = w[3];
#pragma omp simd
        for (int s = 0; s < width; s++)
          z[i * width + s] = bias + a * h[s] + b * h[s + width] + c * h[s + 2 * width];
      }
      if (m + 1 < depth) activate(z, N * width, z, slope[m + 1]);
    }
    double *d = delta[0] + width, *back = delta[1] + width;
    for (int s = 0; s < width; s++)
      for (int i = 0; i < N; i++)
        d[i * width + s] = 2 * (value[depth][(i + 1) * width + s] - Y[(first + s) * N + i]);
    for (int m = depth - 1; m >= 0; m--) {
      if (m + 1 < depth) times(d, slope[m + 1], N * width);
      for (int i = 0; i < N; i++) {
        double *g = out + 4L * (m * N + i);
        for (int k = 0; k < 3; k++) g[k] += dot(d + i * width, value[m] + (i + k) * width, width);
        g[3] += sum(d + i * width, width);
      }
      if (m == 0) break;
      closeRows(d - width, N, width);
      for (int j = 0; j < N; j++) {
        const double *layer = W + 4L * m * N, *restrict e = d + (j - 1) * width;
        const double a = layer[4 * ((j + N - 1) % N) + 2], b = layer[4 * j + 1], c = layer[4 * ((j + 1) % N)];
        double *restrict to = back + j * width;
#pragma omp simd
        for (int s = 0; s < width; s++) to[s] = a * e[s] + b * e[s + width] + c * e[s + 2 * width];
      }
      double *t = d;
      d = back;
      back = t;
    }
  }
}

/* Three taps from every channel to every channel, then biases; a channel is (N + 2) rows. */
static size_t convSize(void) {
  size_t P = 0;
  int before = 1;
  for (int m = 1; m <= count; m++) {
    int now = m < count ? number[m] : 1;
    P += (size_t)now * (3 * before + 1);
    before = now;
  }
  return P;
}
static void convRing(void) {
  const int N = number[0], depth = count;
  for (int first = 0; first < samples; first += TILE) {
    int width = MIN(TILE, samples - first), n = N * width;
    long span = (long)(N + 2) * width;
    for (int s = 0; s < width; s++)
      for (int i = 0; i < N; i++) value[0][(i + 1) * width + s] = X[(first + s) * N + i];
    double *w = W;
    int from = 1;
    for (int m = 0; m < depth; m++) {
      int to = m + 1 < depth ? number[m + 1] : 1;
      for (int d = 0; d < from; d++) closeRows(value[m] + d * span, N, width);
      for (int c = 0; c < to; c++) {
        double *restrict z = value[m + 1] + c * span + width;
        for (int i = 0; i < n; i++) z[i] = w[3 * from * to + c];
        for (int d = 0; d < from; d++) {
          const double *tap = w + 3 * (c * from + d), *restrict h = value[m] + d * span;
          const double p = tap[0], q = tap[1], r = tap[2];
#pragma omp simd
          for (int i = 0; i < n; i++) z[i] += p * h[i] + q * h[i + width] + r * h[i + 2 * width];
        }
        if (m + 1 < depth) activate(z, n, z, slope[m + 1] + c * span);
      }
      w += to * (3 * from + 1);
      from = to;
    }
    for (int s = 0; s < width; s++)
      for (int i = 0; i < N; i++)
        delta[depth][(i + 1) * width + s] = 2 * (value[depth][(i + 1) * width + s] - Y[(first + s) * N + i]);
    double *g = out + (w - W);
    for (int m = depth - 1; m >= 0; m--) {
      int to = m + 1 < depth ? number[m + 1] : 1;
      from = m > 0 ? number[m] : 1;
      w -= to * (3 * from + 1);
      g -= to * (3 * from + 1);
      for (int c = 0; c < to; c++) {
        double *d = delta[m + 1] + c * span;
        if (m + 1 < depth) times(d + width, slope[m + 1] + c * span, n);
        for (int b = 0; b < from; b++)
          for (int k = 0; k < 3; k++)
            g[3 * (c * from + b) + k] += dot(d + width, value[m] + b * span + k * width, n);
        g[3 * from * to + c] += sum(d + width, n);
        closeRows(d, N, width);
      }
      if (m == 0) break;
      for (int b = 0; b < from; b++) {
        double *restrict back = delta[m] + b * span + width;
        memset(back, 0, sizeof(double) * n);
        for (int c = 0; c < to; c++) {
          const double *tap = w + 3 * (c * from + b), *restrict d = delta[m + 1] + c * span;
          const double p = tap[2], q = tap[1], r = tap[0];
#pragma omp simd
          for (int i = 0; i < n; i++) back[i] += p * d[i] + q * d[i + width] + r * d[i + 2 * width];
        }
      }
    }
  }
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

int main(void) {
  char kind;
  double ms;
  while (scanf(" %c %d %d", &kind, &samples, &count) == 3) {
    for (int n = 0; n < count; n++)
      if (scanf("%d", number + n) != 1) return 1;
    if (scanf("%lf", &ms) != 1) return 1;
    const int N = number[0], outputs = kind == 'd' ? number[count - 1] : N;
    const size_t P = kind == 'd' ? denseSize() : kind == 't' ? 4 * N : kind == 'r' ? 4 * N * number[1] : convSize();
    W = wave(P, .3), out = room(P), X = wave((size_t)samples * N, 1), Y = wave((size_t)samples * outputs, .5);
    const int layers = kind == 'd' ? count : kind == 't' ? 2 : kind == 'r' ? number[1] + 1 : count + 1;
    for (int m = 0; m < layers; m++) {
      int channels = m > 0 && m < count ? number[m] : 1;
      size_t rows = kind == 'd' ? number[m] : kind == 't' ? N / TILE + 2 : kind == 'r' ? N + 2 : (size_t)(N + 2) * channels;
      value[m] = room(rows * TILE), slope[m] = room(rows * TILE), delta[m] = room(rows * TILE);
    }
    // The clock is read seldom: reading it can take longer than the work.
    long calls = 0, more = 1;
    double start = now(), spent;
    do {
      for (long n = 0; n < more; n++) {
        memset(out, 0, P * sizeof(double));
        if (kind == 'd') dense();
        else if (kind == 't') twoLayer();
        else if (kind == 'r') deepRing();
        else convRing();
      }
      calls += more;
      more = calls > 1 ? calls / 2 : 1;
      spent = now() - start;
    } while (spent < ms * 1e-3);
    printf("%.6g %.17g %.17g\n", calls * (double)P * samples / spent, sum(out, P), out[0]);
    fflush(stdout);
    free(W), free(out), free(X), free(Y);
    for (int m = 0; m < layers; m++) free(value[m]), free(slope[m]), free(delta[m]);
  }
}
