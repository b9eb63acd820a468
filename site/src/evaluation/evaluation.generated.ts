// Made by `npm run generate` from data/evaluation/dev.json. Do not edit.
import type { Evaluation } from '../../../schema/evaluation.ts';

export const evaluation: Evaluation = {
  "date": "2026-11-21",
  "about": "labelled by hand, none of them trained on",
  "model": "local-2",
  "tools": 393,
  "servers": 203,
  "families": 199,
  "figures": {
    "macroF1": {
      "value": 0.929549,
      "low": 0.893589,
      "high": 0.959407,
      "of": 326
    },
    "macroF1Lenient": {
      "value": 0.940036,
      "low": 0.908721,
      "high": 0.965724,
      "of": 393
    },
    "right": {
      "value": 0.946565,
      "low": 0.922438,
      "high": 0.96875,
      "of": 393
    },
    "underRanked": {
      "value": 0.042254,
      "low": 0.015625,
      "high": 0.069364,
      "of": 142
    },
    "criticalsLow": {
      "value": 0.027027,
      "low": 0,
      "high": 0.090909,
      "of": 37
    },
    "overFlagged": {
      "value": 0.053691,
      "low": 0.019868,
      "high": 0.093525,
      "of": 149
    },
    "riskRight": {
      "value": 0.905852,
      "low": 0.876972,
      "high": 0.936639,
      "of": 393
    },
    "calibrationError": {
      "value": 0.016227,
      "low": 0.013255,
      "high": 0.045889,
      "of": 393
    },
    "needsReview": {
      "value": 0.137405,
      "low": 0.103365,
      "high": 0.17341,
      "of": 393
    },
    "missesReviewed": {
      "value": 0.428571,
      "low": 0.222222,
      "high": 0.636364,
      "of": 21
    }
  },
  "categories": {
    "read": {
      "precision": 0.986014,
      "recall": 0.946309,
      "f1": 0.965753,
      "labelled": 149,
      "answered": 143
    },
    "write": {
      "precision": 0.871429,
      "recall": 0.953125,
      "f1": 0.910448,
      "labelled": 64,
      "answered": 70
    },
    "execute": {
      "precision": 0.918919,
      "recall": 0.918919,
      "f1": 0.918919,
      "labelled": 74,
      "answered": 74
    },
    "destructive": {
      "precision": 0.923077,
      "recall": 0.923077,
      "f1": 0.923077,
      "labelled": 39,
      "answered": 39
    }
  },
  "confusion": {
    "read": {
      "read": 141,
      "write": 3,
      "execute": 4,
      "destructive": 1,
      "unclassified": 0
    },
    "write": {
      "read": 2,
      "write": 61,
      "execute": 1,
      "destructive": 0,
      "unclassified": 0
    },
    "execute": {
      "read": 0,
      "write": 4,
      "execute": 68,
      "destructive": 2,
      "unclassified": 0
    },
    "destructive": {
      "read": 0,
      "write": 2,
      "execute": 1,
      "destructive": 36,
      "unclassified": 0
    }
  },
  "calibration": [
    {
      "from": 0.1,
      "to": 0.2,
      "rows": 3,
      "meanConfidence": 0.175433,
      "accuracy": 0.333333
    },
    {
      "from": 0.2,
      "to": 0.3,
      "rows": 3,
      "meanConfidence": 0.233765,
      "accuracy": 1
    },
    {
      "from": 0.4,
      "to": 0.5,
      "rows": 2,
      "meanConfidence": 0.433309,
      "accuracy": 0
    },
    {
      "from": 0.5,
      "to": 0.6,
      "rows": 1,
      "meanConfidence": 0.5,
      "accuracy": 1
    },
    {
      "from": 0.6,
      "to": 0.7,
      "rows": 1,
      "meanConfidence": 0.673291,
      "accuracy": 1
    },
    {
      "from": 0.7,
      "to": 0.8,
      "rows": 22,
      "meanConfidence": 0.754271,
      "accuracy": 0.772727
    },
    {
      "from": 0.8,
      "to": 0.9,
      "rows": 54,
      "meanConfidence": 0.85755,
      "accuracy": 0.851852
    },
    {
      "from": 0.9,
      "to": 1,
      "rows": 307,
      "meanConfidence": 0.983069,
      "accuracy": 0.986971
    }
  ],
  "byTag": [
    {
      "title": "untagged",
      "tools": 275,
      "figures": {
        "macroF1": {
          "value": 0.951822,
          "low": 0.92591,
          "high": 0.976409,
          "of": 231
        },
        "macroF1Lenient": {
          "value": 0.962068,
          "low": 0.94193,
          "high": 0.981094,
          "of": 275
        },
        "right": {
          "value": 0.967273,
          "low": 0.948905,
          "high": 0.984733,
          "of": 275
        },
        "underRanked": {
          "value": 0.04386,
          "low": 0.011111,
          "high": 0.078261,
          "of": 114
        },
        "criticalsLow": {
          "value": 0,
          "low": 0,
          "high": 0.137185,
          "of": 25
        },
        "overFlagged": {
          "value": 0.010101,
          "low": 0,
          "high": 0.034091,
          "of": 99
        },
        "riskRight": {
          "value": 0.927273,
          "low": 0.896825,
          "high": 0.956522,
          "of": 275
        },
        "calibrationError": {
          "value": 0.022832,
          "low": 0.013152,
          "high": 0.046108,
          "of": 275
        },
        "needsReview": {
          "value": 0.058182,
          "low": 0.033613,
          "high": 0.081481,
          "of": 275
        },
        "missesReviewed": {
          "value": 0.333333,
          "low": 0,
          "high": 0.666667,
          "of": 9
        }
      }
    },
    {
      "title": "trap",
      "tools": 29,
      "figures": {
        "macroF1": {
          "value": 0.542222,
          "low": 0.307692,
          "high": 1,
          "of": 28
        },
        "macroF1Lenient": {
          "value": 0.542735,
          "low": 0.308642,
          "high": 1,
          "of": 29
        },
        "right": {
          "value": 0.896552,
          "low": 0.774194,
          "high": 1,
          "of": 29
        },
        "underRanked": {
          "value": null,
          "low": null,
          "high": null,
          "of": 0
        },
        "criticalsLow": {
          "value": null,
          "low": null,
          "high": null,
          "of": 0
        },
        "overFlagged": {
          "value": 0.076923,
          "low": 0,
          "high": 0.1875,
          "of": 26
        },
        "riskRight": {
          "value": 0.896552,
          "low": 0.774194,
          "high": 1,
          "of": 29
        },
        "calibrationError": {
          "value": 0.061703,
          "low": 0.014532,
          "high": 0.151644,
          "of": 29
        },
        "needsReview": {
          "value": 0.103448,
          "low": 0,
          "high": 0.225806,
          "of": 29
        },
        "missesReviewed": {
          "value": 0.666667,
          "low": 0,
          "high": 1,
          "of": 3
        }
      }
    },
    {
      "title": "nonen",
      "tools": 29,
      "figures": {
        "macroF1": {
          "value": 0.965465,
          "low": 0.488372,
          "high": 1,
          "of": 26
        },
        "macroF1Lenient": {
          "value": 0.965812,
          "low": 0.659259,
          "high": 1,
          "of": 29
        },
        "right": {
          "value": 0.965517,
          "low": 0.875,
          "high": 1,
          "of": 29
        },
        "underRanked": {
          "value": 0,
          "low": 0,
          "high": 0.459258,
          "of": 6
        },
        "criticalsLow": {
          "value": 0,
          "low": 0,
          "high": 0.975,
          "of": 1
        },
        "overFlagged": {
          "value": 0.052632,
          "low": 0,
          "high": 0.190476,
          "of": 19
        },
        "riskRight": {
          "value": 0.965517,
          "low": 0.875,
          "high": 1,
          "of": 29
        },
        "calibrationError": {
          "value": 0.032702,
          "low": 0.015108,
          "high": 0.109409,
          "of": 29
        },
        "needsReview": {
          "value": 0.034483,
          "low": 0,
          "high": 0.111111,
          "of": 29
        },
        "missesReviewed": {
          "value": 0,
          "low": 0,
          "high": 0.975,
          "of": 1
        }
      }
    },
    {
      "title": "misname",
      "tools": 29,
      "figures": {
        "macroF1": {
          "value": 0.477778,
          "low": 0.273611,
          "high": 0.830159,
          "of": 16
        },
        "macroF1Lenient": {
          "value": 0.590803,
          "low": 0.459357,
          "high": 0.866667,
          "of": 29
        },
        "right": {
          "value": 0.758621,
          "low": 0.571429,
          "high": 0.90625,
          "of": 29
        },
        "underRanked": {
          "value": 0.125,
          "low": 0,
          "high": 0.375,
          "of": 8
        },
        "criticalsLow": {
          "value": 0.25,
          "low": 0,
          "high": 1,
          "of": 4
        },
        "overFlagged": {
          "value": 0.666667,
          "low": 0.2,
          "high": 1,
          "of": 6
        },
        "riskRight": {
          "value": 0.689655,
          "low": 0.517241,
          "high": 0.862069,
          "of": 29
        },
        "calibrationError": {
          "value": 0.12822,
          "low": 0.058864,
          "high": 0.309546,
          "of": 29
        },
        "needsReview": {
          "value": 0.344828,
          "low": 0.16129,
          "high": 0.535714,
          "of": 29
        },
        "missesReviewed": {
          "value": 0.428571,
          "low": 0,
          "high": 0.833333,
          "of": 7
        }
      }
    },
    {
      "title": "empty",
      "tools": 25,
      "figures": {
        "macroF1": {
          "value": 0.930769,
          "low": 0.7,
          "high": 1,
          "of": 23
        },
        "macroF1Lenient": {
          "value": 0.930769,
          "low": 0.705882,
          "high": 1,
          "of": 25
        },
        "right": {
          "value": 0.96,
          "low": 0.857143,
          "high": 1,
          "of": 25
        },
        "underRanked": {
          "value": 0,
          "low": 0,
          "high": 0.336267,
          "of": 9
        },
        "criticalsLow": {
          "value": 0,
          "low": 0,
          "high": 0.841886,
          "of": 2
        },
        "overFlagged": {
          "value": 0,
          "low": 0,
          "high": 0.841886,
          "of": 2
        },
        "riskRight": {
          "value": 0.96,
          "low": 0.88,
          "high": 1,
          "of": 25
        },
        "calibrationError": {
          "value": 0.0604,
          "low": 0.039451,
          "high": 0.091266,
          "of": 25
        },
        "needsReview": {
          "value": 0.96,
          "low": 0.863636,
          "high": 1,
          "of": 25
        },
        "missesReviewed": {
          "value": 1,
          "low": 0.025,
          "high": 1,
          "of": 1
        }
      }
    },
    {
      "title": "lie",
      "tools": 8,
      "figures": {
        "macroF1": {
          "value": 1,
          "low": 0.397635,
          "high": 1,
          "of": 4
        },
        "macroF1Lenient": {
          "value": 1,
          "low": 0.630583,
          "high": 1,
          "of": 8
        },
        "right": {
          "value": 1,
          "low": 0.630583,
          "high": 1,
          "of": 8
        },
        "underRanked": {
          "value": 0,
          "low": 0,
          "high": 0.841886,
          "of": 2
        },
        "criticalsLow": {
          "value": 0,
          "low": 0,
          "high": 0.841886,
          "of": 2
        },
        "overFlagged": {
          "value": 0,
          "low": 0,
          "high": 0.841886,
          "of": 2
        },
        "riskRight": {
          "value": 0.875,
          "low": 0.571429,
          "high": 1,
          "of": 8
        },
        "calibrationError": {
          "value": 0.170336,
          "low": 0.045321,
          "high": 0.389171,
          "of": 8
        },
        "needsReview": {
          "value": 0.25,
          "low": 0,
          "high": 0.625,
          "of": 8
        },
        "missesReviewed": {
          "value": null,
          "low": null,
          "high": null,
          "of": 0
        }
      }
    },
    {
      "title": "sql",
      "tools": 7,
      "figures": {
        "macroF1": {
          "value": 1,
          "low": 0.397635,
          "high": 1,
          "of": 4
        },
        "macroF1Lenient": {
          "value": 1,
          "low": 0.590384,
          "high": 1,
          "of": 7
        },
        "right": {
          "value": 1,
          "low": 0.590384,
          "high": 1,
          "of": 7
        },
        "underRanked": {
          "value": 0,
          "low": 0,
          "high": 0.602365,
          "of": 4
        },
        "criticalsLow": {
          "value": 0,
          "low": 0,
          "high": 0.602365,
          "of": 4
        },
        "overFlagged": {
          "value": null,
          "low": null,
          "high": null,
          "of": 0
        },
        "riskRight": {
          "value": 0.571429,
          "low": 0.142857,
          "high": 1,
          "of": 7
        },
        "calibrationError": {
          "value": 0.173588,
          "low": 0.052735,
          "high": 0.264228,
          "of": 7
        },
        "needsReview": {
          "value": 0.285714,
          "low": 0,
          "high": 0.666667,
          "of": 7
        },
        "missesReviewed": {
          "value": null,
          "low": null,
          "high": null,
          "of": 0
        }
      }
    }
  ],
  "byPick": [
    {
      "title": "targeted",
      "tools": 280,
      "figures": {
        "macroF1": {
          "value": 0.914883,
          "low": 0.875232,
          "high": 0.948244,
          "of": 225
        },
        "macroF1Lenient": {
          "value": 0.927824,
          "low": 0.893598,
          "high": 0.956477,
          "of": 280
        },
        "right": {
          "value": 0.928571,
          "low": 0.896414,
          "high": 0.957143,
          "of": 280
        },
        "underRanked": {
          "value": 0.046154,
          "low": 0.015504,
          "high": 0.075472,
          "of": 130
        },
        "criticalsLow": {
          "value": 0.028571,
          "low": 0,
          "high": 0.090909,
          "of": 35
        },
        "overFlagged": {
          "value": 0.1,
          "low": 0.032258,
          "high": 0.17284,
          "of": 70
        },
        "riskRight": {
          "value": 0.878571,
          "low": 0.842491,
          "high": 0.915194,
          "of": 280
        },
        "calibrationError": {
          "value": 0.020223,
          "low": 0.01513,
          "high": 0.059317,
          "of": 280
        },
        "needsReview": {
          "value": 0.167857,
          "low": 0.121495,
          "high": 0.226277,
          "of": 280
        },
        "missesReviewed": {
          "value": 0.4,
          "low": 0.166667,
          "high": 0.636364,
          "of": 20
        }
      }
    },
    {
      "title": "random",
      "tools": 113,
      "figures": {
        "macroF1": {
          "value": 0.988408,
          "low": 0.954689,
          "high": 1,
          "of": 101
        },
        "macroF1Lenient": {
          "value": 0.991342,
          "low": 0.967445,
          "high": 1,
          "of": 113
        },
        "right": {
          "value": 0.99115,
          "low": 0.969072,
          "high": 1,
          "of": 113
        },
        "underRanked": {
          "value": 0,
          "low": 0,
          "high": 0.264648,
          "of": 12
        },
        "criticalsLow": {
          "value": 0,
          "low": 0,
          "high": 0.841886,
          "of": 2
        },
        "overFlagged": {
          "value": 0.012658,
          "low": 0,
          "high": 0.042857,
          "of": 79
        },
        "riskRight": {
          "value": 0.973451,
          "low": 0.941176,
          "high": 1,
          "of": 113
        },
        "calibrationError": {
          "value": 0.027513,
          "low": 0.015641,
          "high": 0.048138,
          "of": 113
        },
        "needsReview": {
          "value": 0.061947,
          "low": 0.017857,
          "high": 0.110169,
          "of": 113
        },
        "missesReviewed": {
          "value": 1,
          "low": 0.025,
          "high": 1,
          "of": 1
        }
      }
    }
  ],
  "ablation": [
    {
      "title": "name only",
      "figures": {
        "macroF1": {
          "value": 0.869741,
          "low": 0.820298,
          "high": 0.915127,
          "of": 326
        },
        "macroF1Lenient": {
          "value": 0.865334,
          "low": 0.81552,
          "high": 0.912761,
          "of": 393
        },
        "right": {
          "value": 0.854962,
          "low": 0.810726,
          "high": 0.896254,
          "of": 393
        },
        "underRanked": {
          "value": 0.119718,
          "low": 0.058824,
          "high": 0.173333,
          "of": 142
        },
        "criticalsLow": {
          "value": 0.135135,
          "low": 0.032258,
          "high": 0.25,
          "of": 37
        },
        "overFlagged": {
          "value": 0.09396,
          "low": 0.04878,
          "high": 0.148148,
          "of": 149
        },
        "riskRight": {
          "value": 0.847328,
          "low": 0.807229,
          "high": 0.887755,
          "of": 393
        },
        "calibrationError": {
          "value": 0.042407,
          "low": 0.016357,
          "high": 0.069768,
          "of": 393
        },
        "needsReview": {
          "value": 1,
          "low": 0.990657,
          "high": 1,
          "of": 393
        },
        "missesReviewed": {
          "value": 1,
          "low": 0.937333,
          "high": 1,
          "of": 57
        }
      }
    },
    {
      "title": "+ description",
      "figures": {
        "macroF1": {
          "value": 0.911684,
          "low": 0.878809,
          "high": 0.944211,
          "of": 326
        },
        "macroF1Lenient": {
          "value": 0.919577,
          "low": 0.886,
          "high": 0.954094,
          "of": 393
        },
        "right": {
          "value": 0.928753,
          "low": 0.9,
          "high": 0.955959,
          "of": 393
        },
        "underRanked": {
          "value": 0.070423,
          "low": 0.029126,
          "high": 0.103659,
          "of": 142
        },
        "criticalsLow": {
          "value": 0.081081,
          "low": 0,
          "high": 0.166667,
          "of": 37
        },
        "overFlagged": {
          "value": 0.053691,
          "low": 0.018072,
          "high": 0.096154,
          "of": 149
        },
        "riskRight": {
          "value": 0.898219,
          "low": 0.867508,
          "high": 0.933333,
          "of": 393
        },
        "calibrationError": {
          "value": 0.021726,
          "low": 0.007751,
          "high": 0.047778,
          "of": 393
        },
        "needsReview": {
          "value": 0.122137,
          "low": 0.083721,
          "high": 0.159314,
          "of": 393
        },
        "missesReviewed": {
          "value": 0.285714,
          "low": 0.086957,
          "high": 0.472222,
          "of": 28
        }
      }
    },
    {
      "title": "+ schema",
      "figures": {
        "macroF1": {
          "value": 0.924538,
          "low": 0.889969,
          "high": 0.955428,
          "of": 326
        },
        "macroF1Lenient": {
          "value": 0.936005,
          "low": 0.904069,
          "high": 0.960137,
          "of": 393
        },
        "right": {
          "value": 0.941476,
          "low": 0.917178,
          "high": 0.963964,
          "of": 393
        },
        "underRanked": {
          "value": 0.042254,
          "low": 0.015625,
          "high": 0.069364,
          "of": 142
        },
        "criticalsLow": {
          "value": 0.027027,
          "low": 0,
          "high": 0.090909,
          "of": 37
        },
        "overFlagged": {
          "value": 0.067114,
          "low": 0.028777,
          "high": 0.111801,
          "of": 149
        },
        "riskRight": {
          "value": 0.905852,
          "low": 0.876972,
          "high": 0.936639,
          "of": 393
        },
        "calibrationError": {
          "value": 0.01772,
          "low": 0.011937,
          "high": 0.048307,
          "of": 393
        },
        "needsReview": {
          "value": 0.145038,
          "low": 0.110151,
          "high": 0.18408,
          "of": 393
        },
        "missesReviewed": {
          "value": 0.434783,
          "low": 0.238095,
          "high": 0.65,
          "of": 23
        }
      }
    },
    {
      "title": "+ annotations",
      "figures": {
        "macroF1": {
          "value": 0.929549,
          "low": 0.893589,
          "high": 0.959407,
          "of": 326
        },
        "macroF1Lenient": {
          "value": 0.940036,
          "low": 0.908721,
          "high": 0.965724,
          "of": 393
        },
        "right": {
          "value": 0.946565,
          "low": 0.922438,
          "high": 0.96875,
          "of": 393
        },
        "underRanked": {
          "value": 0.042254,
          "low": 0.015625,
          "high": 0.069364,
          "of": 142
        },
        "criticalsLow": {
          "value": 0.027027,
          "low": 0,
          "high": 0.090909,
          "of": 37
        },
        "overFlagged": {
          "value": 0.053691,
          "low": 0.019868,
          "high": 0.093525,
          "of": 149
        },
        "riskRight": {
          "value": 0.905852,
          "low": 0.876972,
          "high": 0.936639,
          "of": 393
        },
        "calibrationError": {
          "value": 0.016227,
          "low": 0.013255,
          "high": 0.045889,
          "of": 393
        },
        "needsReview": {
          "value": 0.137405,
          "low": 0.103365,
          "high": 0.17341,
          "of": 393
        },
        "missesReviewed": {
          "value": 0.428571,
          "low": 0.222222,
          "high": 0.636364,
          "of": 21
        }
      }
    },
    {
      "title": "all but description",
      "figures": {
        "macroF1": {
          "value": 0.90175,
          "low": 0.863265,
          "high": 0.936156,
          "of": 326
        },
        "macroF1Lenient": {
          "value": 0.907046,
          "low": 0.872446,
          "high": 0.936228,
          "of": 393
        },
        "right": {
          "value": 0.903308,
          "low": 0.871148,
          "high": 0.932668,
          "of": 393
        },
        "underRanked": {
          "value": 0.070423,
          "low": 0.029703,
          "high": 0.112,
          "of": 142
        },
        "criticalsLow": {
          "value": 0.081081,
          "low": 0,
          "high": 0.1875,
          "of": 37
        },
        "overFlagged": {
          "value": 0.080537,
          "low": 0.038462,
          "high": 0.133333,
          "of": 149
        },
        "riskRight": {
          "value": 0.877863,
          "low": 0.838527,
          "high": 0.914956,
          "of": 393
        },
        "calibrationError": {
          "value": 0.021654,
          "low": 0.01235,
          "high": 0.052473,
          "of": 393
        },
        "needsReview": {
          "value": 1,
          "low": 0.990657,
          "high": 1,
          "of": 393
        },
        "missesReviewed": {
          "value": 1,
          "low": 0.907487,
          "high": 1,
          "of": 38
        }
      }
    },
    {
      "title": "all but schema",
      "figures": {
        "macroF1": {
          "value": 0.919445,
          "low": 0.889726,
          "high": 0.948014,
          "of": 326
        },
        "macroF1Lenient": {
          "value": 0.925576,
          "low": 0.891938,
          "high": 0.956993,
          "of": 393
        },
        "right": {
          "value": 0.933842,
          "low": 0.904762,
          "high": 0.959654,
          "of": 393
        },
        "underRanked": {
          "value": 0.070423,
          "low": 0.029126,
          "high": 0.103659,
          "of": 142
        },
        "criticalsLow": {
          "value": 0.081081,
          "low": 0,
          "high": 0.166667,
          "of": 37
        },
        "overFlagged": {
          "value": 0.04698,
          "low": 0.015748,
          "high": 0.085271,
          "of": 149
        },
        "riskRight": {
          "value": 0.903308,
          "low": 0.873239,
          "high": 0.934732,
          "of": 393
        },
        "calibrationError": {
          "value": 0.017655,
          "low": 0.00768,
          "high": 0.046321,
          "of": 393
        },
        "needsReview": {
          "value": 0.119593,
          "low": 0.083095,
          "high": 0.155963,
          "of": 393
        },
        "missesReviewed": {
          "value": 0.269231,
          "low": 0.090909,
          "high": 0.441176,
          "of": 26
        }
      }
    }
  ]
};
