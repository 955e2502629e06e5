/** Python of the scripts. A script has what its run needs, and nothing else. */

const READERS = `

def floats(text):
    return np.frombuffer(base64.b64decode(text), dtype="<f8")


def whole(text):
    return np.frombuffer(base64.b64decode(text), dtype="<i4")


def row(table, n):
    """Row n of a table that is written once where all its rows are the same."""
    return table[n % len(table)]
`;

const QUADRATIC = `

def apply(matrix, weights):
    rows, columns, values = matrix
    return np.bincount(rows, weights=values * weights[columns], minlength=len(weights))


def quadratic(part, weights, samples, stretch):
    """C = c - b.W + W.H W/2 and its gradient; of single samples the gradient alone."""
    if samples is not None:
        pairs = [part["each"][sample] for sample in samples.tolist()]
        return None, sum(apply(matrix, weights) - b for b, matrix in pairs)
    bent = apply(part["H"], weights)
    if "H0" in part:
        # Space stretches the waves: couplings are multiplied by a(t)^-2, masses are not.
        still = apply(part["H0"], weights)
        bent = still + stretch * (bent - still)
    return part["c"] - part["b"] @ weights + 0.5 * (weights @ bent), bent - part["b"]
`;

const NETWORK = `

def full(first, inputs, outputs):
    """Wires of a full matrix: its weights, and the neurons that they come from and go to."""
    n = np.arange(inputs * outputs)
    return first + n, n % inputs, n // inputs


def activated(law, z):
    """The activation of a layer and its slope."""
    kind, p, q, r = law
    if kind == "tanh":
        h = np.tanh(z)
        return h, 1 - h * h
    if kind == "sigmoid":
        h = np.exp(-np.logaddexp(0, -z))
        return h, h * (1 - h)
    if kind == "softplus":
        return np.logaddexp(0, z), np.exp(-np.logaddexp(0, -z))
    if kind == "relu":
        return np.maximum(z, 0), (z > 0).astype(float)
    if kind == "sin":
        return np.sin(z), np.cos(z)
    if kind == "quadratic":
        return (p * z + q) * z + r, 2 * p * z + q
    if kind == "affine":
        return p * z + q, np.full_like(z, p)
    return z, np.ones_like(z)


def missed(kind, z, y):
    """Cost of outputs z with targets y, and its slope. Cross-entropy takes outputs as logits."""
    if kind == "squared":
        return np.sum((z - y) ** 2), 2 * (z - y)
    if kind == "absolute":
        return np.sum(np.abs(z - y)), np.sign(z - y)
    if z.shape[1] == 1:
        return np.sum(np.logaddexp(0, z) - y * z), np.exp(-np.logaddexp(0, -z)) - y
    top = z.max(axis=1, keepdims=True)
    normaliser = top + np.log(np.sum(np.exp(z - top), axis=1, keepdims=True))
    return np.sum(y * (normaliser - z)), y.sum(axis=1, keepdims=True) * np.exp(z - normaliser) - y


def network(part, weights, samples, stretch):
    """Cost and gradient: z = s W h + s_b b, h = sigma(z) [+ h], layer by layer from the inputs X to the outputs, and back."""
    X, Y = (part["X"], part["Y"]) if samples is None else (part["X"][samples], part["Y"][samples])
    h, passed = X, []
    for (law, scale, bias_scale, kept, wires, biases), inputs, outputs in zip(
        part["layers"], part["widths"], part["widths"][1:]
    ):
        weight, source, target = wires
        matrix = np.bincount(target * inputs + source, weights=weights[weight], minlength=inputs * outputs)
        matrix = scale * matrix.reshape(outputs, inputs)
        bias = np.bincount(biases[1], weights=weights[biases[0]], minlength=outputs)
        value, slope = activated(law, h @ matrix.T + bias_scale * bias)
        passed.append((scale, bias_scale, kept, wires, biases, matrix, h, slope))
        h = value + h if kept else value
    cost, back = missed(part["cost"], h, Y)
    back = part["cost_scale"] * back
    out = np.zeros(len(weights))
    for scale, bias_scale, kept, (weight, source, target), biases, matrix, below, slope in reversed(passed):
        delta = back * slope
        pairs = scale * (delta.T @ below)
        # A weight that several wires carry gets the sum of theirs.
        out += np.bincount(weight, weights=pairs[target, source], minlength=len(weights))
        fed = bias_scale * delta.sum(axis=0)
        out += np.bincount(biases[0], weights=fed[biases[1]], minlength=len(weights))
        back = delta @ matrix + (back if kept else 0)
    return part["cost_scale"] * cost, out
`;

const FORCE = `

def force(part, weights, n, stretch=1.0):
    """dC/dW of the samples at work in step n of a part, drawn by the lab; of all where it says none."""
    samples = part["samples"][n] if "samples" in part else None
    return part["scale"] * part["force"](part, weights, samples, stretch)[1]
`;

const METHODS = {
  kick_drift_kick: `

def kick_drift_kick(part, n, weights, velocity):
    """V <- E V - c dC/dW, W <- W + h V, V <- E V - c dC/dW: damping is exact in each half step."""
    for m in range(n * part["substeps"], (n + 1) * part["substeps"]):
        e1, c1, e2, c2, before, after = row(part["rows"], m)
        velocity = e1 * velocity - c1 * force(part, weights, n, before)
        weights = weights + part["h"] * velocity
        velocity = e2 * velocity - c2 * force(part, weights, n, after)
    return weights, velocity
`,
  descent: `

def descent(part, n, weights, velocity):
    """W <- W - eta dt dC/dW; the velocity that is told is -eta dC/dW of the samples to come."""
    jumps, rate, eta, before, after = row(part["rows"], n)
    if jumps:
        weights = weights - rate * force(part, weights, n, before)
    if jumps or "samples" in part:
        velocity = -eta * force(part, weights, n + 1, after)
    return weights, velocity
`,
  bath: `

class Normal:
    """The lab's own normal numbers: xoroshiro128+ (Blackman and Vigna) and Marsaglia's polar method."""

    def __init__(self, first, second, spare):
        self.first, self.second, self.spare = first, second, spare

    def next(self):
        out = (self.first + self.second) & 0xFFFFFFFF
        low, mixed = self.first, self.first ^ self.second
        turned = (low << 24 | low >> 40) & MASK
        self.first = (turned ^ mixed ^ mixed << 16) & MASK
        self.second = (mixed << 37 | mixed >> 27) & MASK
        return out

    def uniform(self):
        return ((self.next() >> 5) * 67108864 + (self.next() >> 6)) / 9007199254740992

    def normal(self):
        if self.spare is not None:
            spare, self.spare = self.spare, None
            return spare
        while True:
            u, v = 2 * self.uniform() - 1, 2 * self.uniform() - 1
            square = u * u + v * v
            if 0 < square < 1:
                factor = math.sqrt(-2 * math.log(square) / square)
                self.spare = v * factor
                return u * factor


MASK = (1 << 64) - 1


def bath(part, n, weights, velocity):
    """BAOAB: kick, drift, friction and noise, drift, kick."""
    stream = NOISE["stream"]
    kick, damping, spread, before, after = row(part["rows"], n)
    velocity = velocity - kick * force(part, weights, n, before)
    weights = weights + part["h"] / 2 * velocity
    velocity = damping * velocity
    if spread > 0:
        velocity = velocity + spread * np.array([stream.normal() for _ in weights])
    weights = weights + part["h"] / 2 * velocity
    velocity = velocity - kick * force(part, weights, n, after)
    return weights, velocity
`,
  flow: `

def flow(part, n, weights, velocity):
    """W' = -eta dC/dW of a quadratic cost by a polynomial of tau H, tau the integral of eta, in Chebyshev's form."""
    parts, tau, shape, eta, stretch, after = row(part["rows"], n)
    low, high, terms = part["shapes"][int(shape)]
    at_zero = force(part, np.zeros(len(weights)), n, stretch)

    def x(b):
        bent = force(part, b, n, stretch) - at_zero
        return (2 * tau * bent - (high + low) * b) / (high - low)

    for _ in range(int(parts)):
        start = tau * force(part, weights, n, stretch)
        last, before = terms[-1] * start, np.zeros(len(weights))
        for term in terms[-2:0:-1]:
            last, before = term * start + 2 * x(last) - before, last
        weights = weights - (terms[0] * start + x(last) - before)
    return weights, -eta * force(part, weights, n + 1, after)
`,
  classical_flow: `

def classical_flow(part, n, weights, velocity):
    """W' = -eta dC/dW by the classical Runge-Kutta method."""
    for m in range(part["first_row"][n], part["first_row"][n + 1]):
        h, eta1, eta2, eta3, s1, s2, s3 = row(part["rows"], m)
        k1 = -eta1 * force(part, weights, n, s1)
        k2 = -eta2 * force(part, weights + h / 2 * k1, n, s2)
        k3 = -eta2 * force(part, weights + h / 2 * k2, n, s2)
        k4 = -eta3 * force(part, weights + h * k3, n, s3)
        weights = weights + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
    return weights, -eta3 * force(part, weights, n + 1, s3)
`,
  classical: `

def classical(part, n, weights, velocity):
    """W'' + gamma W' + dC/dW = 0 by the classical Runge-Kutta method in small steps."""

    def slope(w, v, gamma, response, stretch):
        return v, -response * force(part, w, n, stretch) - gamma * v

    for m in range(part["first_row"][n], part["first_row"][n + 1]):
        h, g1, f1, g2, f2, g3, f3, s1, s2, s3 = row(part["rows"], m)
        w1, v1 = slope(weights, velocity, g1, f1, s1)
        w2, v2 = slope(weights + h / 2 * w1, velocity + h / 2 * v1, g2, f2, s2)
        w3, v3 = slope(weights + h / 2 * w2, velocity + h / 2 * v2, g2, f2, s2)
        w4, v4 = slope(weights + h * w3, velocity + h * v3, g3, f3, s3)
        weights = weights + h / 6 * (w1 + 2 * w2 + 2 * w3 + w4)
        velocity = velocity + h / 6 * (v1 + 2 * v2 + 2 * v3 + v4)
    return weights, velocity
`,
  modes: `

def modes(part, n, weights, velocity):
    """Every normal mode of a quadratic cost by its closed form: w'' + gamma w' + lambda w = 0."""
    if "basis" not in part:
        size = len(weights)
        zero = force(part, np.zeros(size), n)
        hessian = np.array([force(part, line, n) - zero for line in np.eye(size)])
        part["centre"] = np.linalg.lstsq(hessian, -zero, rcond=1e-12)[0]
        values, part["basis"] = np.linalg.eigh((hessian + hessian.T) / 2)
        half, h = part["gamma"] / 2, part["h"]
        turn = np.sqrt(values - half * half + 0j)
        still = np.abs(turn * h) < 1e-9
        sine = np.where(still, h, np.sin(turn * h) / np.where(still, 1, turn))
        part["cosine"], part["sine"] = (np.exp(-half * h) * f for f in (np.cos(turn * h).real, sine.real))
        part["values"] = values
    half, c, s, values = part["gamma"] / 2, part["cosine"], part["sine"], part["values"]
    w, v = part["basis"].T @ (weights - part["centre"]), part["basis"].T @ velocity
    w, v = w * c + (v + half * w) * s, v * c - (values * w + half * v) * s
    return part["centre"] + part["basis"] @ w, part["basis"] @ v
`,
} as const;

const RUN = `

def cost(part, weights, n):
    """C of all samples at the beginning of step n of a part."""
    return part["force"](part, weights, None, row(part["stretch"], n)[0])[0]


def run():
    """Yields (step, t, weights, velocity, cost) of every step."""
    weights, velocity = START[0].copy(), START[1].copy()
BEGIN    for part in PARTS:
        for (keep, add), (keep_velocity, add_velocity) in part.get("moves", []):
            weights = keep * weights + add
            velocity = keep_velocity * velocity + add_velocity
        if "eta" in part:
            # Without inertia the velocity is what the force makes it.
            velocity = -part["eta"] * force(part, weights, 0, row(part["stretch"], 0)[0])
        for n in range(part["steps"]):
            yield part["first"] + n, part["t"] + n * part["dt"], weights.copy(), velocity.copy(), cost(part, weights, n)
            weights, velocity = part["method"](part, n, weights, velocity)
    n = part["steps"]
    yield part["first"] + n, part["t"] + n * part["dt"], weights, velocity, cost(part, weights, n)
`;

/** What the noise begins with, whenever the run is made. */
const NOISE = '    NOISE["stream"] = Normal(*NOISE["seed"])\n';

export const MAIN = `

if __name__ == "__main__":
    step, t, weights, velocity, costs = (np.array(column) for column in zip(*run()))
    if len(sys.argv) > 1:
        np.savez(sys.argv[1], step=step, t=t, weights=weights, velocity=velocity, cost=costs)
    else:
        print(f"step {step[-1]}, t = {t[-1]}, cost = {costs[-1]!r}")
`;

export type MethodName = keyof typeof METHODS;
export type ForceName = 'quadratic' | 'network';

/** The functions of a script. */
export function programOf(forces: ReadonlySet<ForceName>, methods: ReadonlySet<MethodName>): string {
  return [
    READERS,
    ...(forces.has('quadratic') ? [QUADRATIC] : []),
    ...(forces.has('network') ? [NETWORK] : []),
    FORCE,
    ...[...methods].map((name) => METHODS[name]),
    RUN.replace('BEGIN', methods.has('bath') ? NOISE : ''),
  ].join('');
}
