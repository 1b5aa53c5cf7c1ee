# Makes the TorchScript files of TorchScriptTeacherTests, with weights that can be reckoned with by hand. Run: /usr/bin/python3 make.py (python3-torch).
from typing import Dict, Tuple

import torch


class Pair(torch.nn.Module):
    """hidden = relu(first two numbers); logits = (h0 + 0.5, h1, h0 + h1 - 1); dropout shows whether it is in evaluation mode."""

    def __init__(self):
        super().__init__()
        self.first = torch.nn.Linear(4, 2, bias=False)
        self.last = torch.nn.Linear(2, 3)
        self.dropout = torch.nn.Dropout(0.5)
        with torch.no_grad():
            self.first.weight.copy_(torch.tensor([[1.0, 0, 0, 0], [0, 1, 0, 0]]))
            self.last.weight.copy_(torch.tensor([[1.0, 0], [0, 1], [1, 1]]))
            self.last.bias.copy_(torch.tensor([0.5, 0, -1]))

    def forward(self, x: torch.Tensor) -> Tuple[torch.Tensor, torch.Tensor]:
        hidden = self.dropout(torch.relu(self.first(x)))
        return hidden, self.last(hidden)


class Single(torch.nn.Module):
    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x[:, :3] * 2


class Named(torch.nn.Module):
    def forward(self, x: torch.Tensor) -> Dict[str, torch.Tensor]:
        return {"logits": x[:, :3]}


for name, module in [("pair", Pair()), ("single", Single()), ("named", Named())]:
    torch.jit.script(module).save(f"{name}.pt")
