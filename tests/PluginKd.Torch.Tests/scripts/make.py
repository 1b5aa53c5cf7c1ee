#!/usr/bin/python3
"""The script that ScriptTests loads.   make.py [FILE]   (Debian's python3-torch 1.13)"""
import os
import sys
import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(2, 3)
        self.dropout = nn.Dropout(0.5)
        self.register_buffer("offset", torch.tensor([1.0, 2.0, 3.0]))

    def forward(self, x):
        y = self.dropout(self.linear(x)) + self.offset
        return y, y.sum()

    @torch.jit.export
    def twice(self, x, times: float = 2.0):
        return x * times


net = Net()
with torch.no_grad():
    net.linear.weight.copy_(torch.arange(6.0).reshape(3, 2))
    net.linear.bias.zero_()
torch.jit.script(net).save(sys.argv[1] if len(sys.argv) > 1 else os.path.join(os.path.dirname(__file__), "net.pt"))
