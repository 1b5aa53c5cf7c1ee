"""Values and gradients of the losses on logits for which no published program was run, from their definitions and independent of the plugin.

  python3 losses.py        (needs torch; any version with float64 on the CPU)

Each line: name, value, sum of the absolute entries of the gradient with respect to the student, its first entry. Loops over examples and classes, probabilities and not
logarithms wherever that is exact enough, classes really left out and not masked: nothing here is written as the plugin writes it.
"""
import math

import torch

torch.set_default_dtype(torch.float64)

N, C = 4, 5
LABELS = [0, 3, 1, 4]


def student():
    return torch.tensor([[2 * math.sin(0.7 * i + 1.3 * j + 0.1) for j in range(C)] for i in range(N)], requires_grad=True)


TEACHER = torch.tensor([[3 * math.cos(0.5 * i + 0.9 * j + 0.2) for j in range(C)] for i in range(N)])


def softened(row, temperature=1.0):
    e = [torch.exp(v / temperature) for v in row]
    return [v / sum(e) for v in e]


def kl(p, q):
    return sum(a * torch.log(a / b) for a, b in zip(p, q))


def mean(z, each, rows=range(N)):
    return sum(each(z[i], TEACHER[i], LABELS[i]) for i in rows) / len(list(rows))


def without(row, label):
    return [v for c, v in enumerate(row) if c != label]


def nkd(gamma, temperature):
    def each(s, t, y):
        target = -softened(t)[y] * torch.log(softened(s)[y])
        q_t, q_s = softened(without(t, y), temperature), softened(without(s, y), temperature)
        return target - gamma * temperature ** 2 * sum(a * torch.log(b) for a, b in zip(q_t, q_s))
    return each


def wsl(temperature):
    def each(s, t, y):
        ratio = math.log(softened(s)[y].item()) / (math.log(softened(t)[y].item()) - 1e-7)
        soft = -sum(a * torch.log(b) for a, b in zip(softened(t, temperature), softened(s, temperature)))
        return temperature ** 2 * (1 - math.exp(-ratio)) * soft
    return each


def dkd(alpha, beta, temperature):
    def each(s, t, y):
        p_s, p_t = softened(s, temperature), softened(t, temperature)
        target = kl([p_t[y], 1 - p_t[y]], [p_s[y], 1 - p_s[y]])
        others = kl(softened(without(t, y), temperature), softened(without(s, y), temperature))
        return temperature ** 2 * (alpha * target + beta * others)
    return each


def standardized(temperature):
    def z(row):
        m = sum(row) / C
        deviation = torch.sqrt(sum((v - m) ** 2 for v in row) / C)
        return [(v - m) / (deviation + 1e-7) for v in row]
    return lambda s, t, y: temperature ** 2 * kl(softened(z(t), temperature), softened(z(s), temperature))


def js(beta, temperature):
    def each(s, t, y):
        p_s, p_t = softened(s, temperature), softened(t, temperature)
        m = [beta * b + (1 - beta) * a for a, b in zip(p_s, p_t)]
        value = kl(p_t, p_s) if beta == 0 else kl(p_s, p_t) if beta == 1 else beta * kl(p_t, m) + (1 - beta) * kl(p_s, m)
        return temperature ** 2 * value
    return each


def top_k(k, tail, temperature):
    def each(s, t, y):
        order = sorted(range(C), key=lambda c: -t[c].item())
        top, others = order[:k], order[k:]
        p_s, p_t = softened(s, temperature), softened(t, temperature)
        a, b = [p_t[c] for c in top], [p_s[c] for c in top]
        if tail == "dropped":
            a, b = [v / sum(a) for v in a], [v / sum(b) for v in b]
        elif tail == "one-class" and others:
            a, b = a + [sum(p_t[c] for c in others)], b + [sum(p_s[c] for c in others)]
        elif tail == "uniform" and others:
            rest = sum(p_t[c] for c in others)
            a, b = a + [rest / len(others) for _ in others], b + [p_s[c] for c in others]
        return temperature ** 2 * kl(a, b)
    return each


def dist(beta, gamma, temperature, rows, z):
    """Rows may repeat: what weights of whole numbers mean."""
    p_s = [softened(z[i], temperature) for i in rows]
    p_t = [softened(TEACHER[i], temperature) for i in rows]

    def rho(a, b):
        m_a, m_b = sum(a) / len(a), sum(b) / len(b)
        a, b = [v - m_a for v in a], [v - m_b for v in b]
        norm = torch.sqrt(sum(v * v for v in a)) * torch.sqrt(sum(v * v for v in b))
        return sum(v * w for v, w in zip(a, b)) / (norm + 1e-8)

    over_classes = sum(rho(a, b) for a, b in zip(p_s, p_t)) / len(rows)
    over_examples = sum(rho([r[c] for r in p_s], [r[c] for r in p_t]) for c in range(C)) / C
    return temperature ** 2 * (beta * (1 - over_classes) + gamma * (1 - over_examples))


def auxiliary(temperature, rows, z):
    def v(row):
        m = sum(row) / C
        variance = sum((x - m) ** 2 for x in row) / C
        return [(x - m) / torch.sqrt(variance + 1e-9) / math.sqrt(temperature * C) for x in row]

    vectors = [v(z[i]) for i in rows]
    each = [torch.log(sum(torch.exp(sum(x * y for x, y in zip(a, b))) for b in vectors)) for a in vectors]
    return sum(each) / len(rows) - 1 / temperature - math.log(len(rows))


def show(name, loss):
    z = student()
    value = loss(z)
    value.backward()
    print(f"{name:36} {value.item():.12f} {z.grad.abs().sum().item():.12f} {z.grad[0, 0].item():.12f}")


show("nkd 1.5, 1", lambda z: mean(z, nkd(1.5, 1)))
show("nkd 0.7, 3", lambda z: mean(z, nkd(0.7, 3)))
show("nkd 1.5, 1 of rows 0 2", lambda z: mean(z, nkd(1.5, 1), [0, 2]))
show("wsl 2", lambda z: mean(z, wsl(2)))
show("wsl 1", lambda z: mean(z, wsl(1)))
show("dkd 1, 8, 4", lambda z: mean(z, dkd(1, 8, 4)))
show("dkd 0.3, 2, 1", lambda z: mean(z, dkd(0.3, 2, 1)))
show("standardized 4", lambda z: mean(z, standardized(4)))
show("standardized 2", lambda z: mean(z, standardized(2)))
for beta in (0, 0.1, 0.5, 0.9, 1):
    show(f"js {beta}, 2", lambda z: mean(z, js(beta, 2)))
for tail in ("one-class", "dropped", "uniform"):
    show(f"top 2 {tail} 4", lambda z: mean(z, top_k(2, tail, 4)))
    show(f"top 1 {tail} 1", lambda z: mean(z, top_k(1, tail, 1)))
show("top 5 one-class 4", lambda z: mean(z, top_k(5, "one-class", 4)))
show("dist 1, 1, 1", lambda z: dist(1, 1, 1, [0, 1, 2, 3], z))
show("dist 2, 0.5, 4", lambda z: dist(2, 0.5, 4, [0, 1, 2, 3], z))
show("dist 1, 1, 1 of rows 0 0 2 3", lambda z: dist(1, 1, 1, [0, 0, 2, 3], z))
show("auxiliary 1", lambda z: auxiliary(1, [0, 1, 2, 3], z))
show("auxiliary 0.1", lambda z: auxiliary(0.1, [0, 1, 2, 3], z))
show("auxiliary 1 of rows 0 0 2 3", lambda z: auxiliary(1, [0, 0, 2, 3], z))
