// Made by `npm run generate` from data/evaluation/dev.json. Do not edit.
import type { Evaluation } from '../../../schema/evaluation.ts';

export const evaluation: Evaluation = {
  "date": "2026-11-21",
  "about": "labelled by hand, none of them trained on; their misses were in view when the rules were written",
  "model": "local-3",
  "tools": 393,
  "servers": 203,
  "families": 199,
  "figures": {
    "macroF1": {
      "value": 0.945818,
      "low": 0.915198,
      "high": 0.972051,
      "of": 326
    },
    "macroF1Lenient": {
      "value": 0.948188,
      "low": 0.922585,
      "high": 0.969938,
      "of": 393
    },
    "right": {
      "value": 0.954198,
      "low": 0.933754,
      "high": 0.972393,
      "of": 393
    },
    "underRanked": {
      "value": 0.021127,
      "low": 0,
      "high": 0.044586,
      "of": 142
    },
    "criticalsLow": {
      "value": 0,
      "low": 0,
      "high": 0.094891,
      "of": 37
    },
    "overFlagged": {
      "value": 0.033557,
      "low": 0.007463,
      "high": 0.068966,
      "of": 149
    },
    "riskRight": {
      "value": 0.933842,
      "low": 0.909739,
      "high": 0.957865,
      "of": 393
    },
    "calibrationError": {
      "value": 0.017901,
      "low": 0.012335,
      "high": 0.043507,
      "of": 393
    },
    "needsReview": {
      "value": 0.150127,
      "low": 0.110276,
      "high": 0.195592,
      "of": 393
    },
    "missesReviewed": {
      "value": 0.555556,
      "low": 0.333333,
      "high": 0.785714,
      "of": 18
    }
  },
  "categories": {
    "read": {
      "precision": 0.986301,
      "recall": 0.966443,
      "f1": 0.976271,
      "labelled": 149,
      "answered": 146
    },
    "write": {
      "precision": 0.936508,
      "recall": 0.921875,
      "f1": 0.929134,
      "labelled": 64,
      "answered": 63
    },
    "execute": {
      "precision": 0.933333,
      "recall": 0.945946,
      "f1": 0.939597,
      "labelled": 74,
      "answered": 75
    },
    "destructive": {
      "precision": 0.904762,
      "recall": 0.974359,
      "f1": 0.938272,
      "labelled": 39,
      "answered": 42
    }
  },
  "confusion": {
    "read": {
      "read": 144,
      "write": 2,
      "execute": 2,
      "destructive": 1,
      "unclassified": 0
    },
    "write": {
      "read": 2,
      "write": 59,
      "execute": 3,
      "destructive": 0,
      "unclassified": 0
    },
    "execute": {
      "read": 0,
      "write": 1,
      "execute": 70,
      "destructive": 3,
      "unclassified": 0
    },
    "destructive": {
      "read": 0,
      "write": 1,
      "execute": 0,
      "destructive": 38,
      "unclassified": 0
    }
  },
  "calibration": [
    {
      "from": 0,
      "to": 0.1,
      "rows": 3,
      "meanConfidence": 0.0833,
      "accuracy": 0.666667
    },
    {
      "from": 0.1,
      "to": 0.2,
      "rows": 1,
      "meanConfidence": 0.1473,
      "accuracy": 1
    },
    {
      "from": 0.4,
      "to": 0.5,
      "rows": 2,
      "meanConfidence": 0.40565,
      "accuracy": 0.5
    },
    {
      "from": 0.6,
      "to": 0.7,
      "rows": 3,
      "meanConfidence": 0.667067,
      "accuracy": 0.666667
    },
    {
      "from": 0.7,
      "to": 0.8,
      "rows": 27,
      "meanConfidence": 0.748615,
      "accuracy": 0.740741
    },
    {
      "from": 0.8,
      "to": 0.9,
      "rows": 27,
      "meanConfidence": 0.849911,
      "accuracy": 0.814815
    },
    {
      "from": 0.9,
      "to": 1,
      "rows": 330,
      "meanConfidence": 0.98157,
      "accuracy": 0.990909
    }
  ],
  "byTag": [
    {
      "title": "untagged",
      "tools": 275,
      "figures": {
        "macroF1": {
          "value": 0.956462,
          "low": 0.924882,
          "high": 0.983468,
          "of": 231
        },
        "macroF1Lenient": {
          "value": 0.958284,
          "low": 0.934374,
          "high": 0.981506,
          "of": 275
        },
        "right": {
          "value": 0.963636,
          "low": 0.94382,
          "high": 0.983607,
          "of": 275
        },
        "underRanked": {
          "value": 0.026316,
          "low": 0,
          "high": 0.054545,
          "of": 114
        },
        "criticalsLow": {
          "value": 0,
          "low": 0,
          "high": 0.137185,
          "of": 25
        },
        "overFlagged": {
          "value": 0,
          "low": 0,
          "high": 0.036576,
          "of": 99
        },
        "riskRight": {
          "value": 0.945455,
          "low": 0.91954,
          "high": 0.967593,
          "of": 275
        },
        "calibrationError": {
          "value": 0.020055,
          "low": 0.014191,
          "high": 0.043909,
          "of": 275
        },
        "needsReview": {
          "value": 0.076364,
          "low": 0.038235,
          "high": 0.116883,
          "of": 275
        },
        "missesReviewed": {
          "value": 0.6,
          "low": 0.3,
          "high": 0.888889,
          "of": 10
        }
      }
    },
    {
      "title": "trap",
      "tools": 29,
      "figures": {
        "macroF1": {
          "value": 0.890196,
          "low": 0.482143,
          "high": 1,
          "of": 28
        },
        "macroF1Lenient": {
          "value": 0.890566,
          "low": 0.482759,
          "high": 1,
          "of": 29
        },
        "right": {
          "value": 0.965517,
          "low": 0.878788,
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
          "value": 0.038462,
          "low": 0,
          "high": 0.130435,
          "of": 26
        },
        "riskRight": {
          "value": 1,
          "low": 0.880555,
          "high": 1,
          "of": 29
        },
        "calibrationError": {
          "value": 0.043607,
          "low": 0.006807,
          "high": 0.110832,
          "of": 29
        },
        "needsReview": {
          "value": 0.034483,
          "low": 0,
          "high": 0.111111,
          "of": 29
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
      "title": "nonen",
      "tools": 29,
      "figures": {
        "macroF1": {
          "value": 0.908333,
          "low": 0.431579,
          "high": 1,
          "of": 26
        },
        "macroF1Lenient": {
          "value": 0.931287,
          "low": 0.539683,
          "high": 1,
          "of": 29
        },
        "right": {
          "value": 0.931034,
          "low": 0.821429,
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
          "value": 0.105263,
          "low": 0,
          "high": 0.25,
          "of": 19
        },
        "riskRight": {
          "value": 0.965517,
          "low": 0.875,
          "high": 1,
          "of": 29
        },
        "calibrationError": {
          "value": 0.057455,
          "low": 0.013123,
          "high": 0.146491,
          "of": 29
        },
        "needsReview": {
          "value": 0.068966,
          "low": 0,
          "high": 0.171429,
          "of": 29
        },
        "missesReviewed": {
          "value": 0.5,
          "low": 0,
          "high": 1,
          "of": 2
        }
      }
    },
    {
      "title": "misname",
      "tools": 29,
      "figures": {
        "macroF1": {
          "value": 0.577273,
          "low": 0.397436,
          "high": 0.932773,
          "of": 16
        },
        "macroF1Lenient": {
          "value": 0.644444,
          "low": 0.533389,
          "high": 0.937322,
          "of": 29
        },
        "right": {
          "value": 0.827586,
          "low": 0.678571,
          "high": 0.964286,
          "of": 29
        },
        "underRanked": {
          "value": 0,
          "low": 0,
          "high": 0.369417,
          "of": 8
        },
        "criticalsLow": {
          "value": 0,
          "low": 0,
          "high": 0.602365,
          "of": 4
        },
        "overFlagged": {
          "value": 0.5,
          "low": 0,
          "high": 1,
          "of": 6
        },
        "riskRight": {
          "value": 0.793103,
          "low": 0.633333,
          "high": 0.931034,
          "of": 29
        },
        "calibrationError": {
          "value": 0.111859,
          "low": 0.052526,
          "high": 0.267721,
          "of": 29
        },
        "needsReview": {
          "value": 0.310345,
          "low": 0.166667,
          "high": 0.466667,
          "of": 29
        },
        "missesReviewed": {
          "value": 0.4,
          "low": 0,
          "high": 1,
          "of": 5
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
          "value": 0.06232,
          "low": 0.038105,
          "high": 0.1004,
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
          "value": 0.22315,
          "low": 0.06068,
          "high": 0.484,
          "of": 8
        },
        "needsReview": {
          "value": 0.5,
          "low": 0.125,
          "high": 0.857143,
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
          "value": 0.194086,
          "low": 0.041567,
          "high": 0.308475,
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
          "value": 0.941519,
          "low": 0.906804,
          "high": 0.971002,
          "of": 225
        },
        "macroF1Lenient": {
          "value": 0.942713,
          "low": 0.912847,
          "high": 0.966944,
          "of": 280
        },
        "right": {
          "value": 0.942857,
          "low": 0.916279,
          "high": 0.967078,
          "of": 280
        },
        "underRanked": {
          "value": 0.023077,
          "low": 0,
          "high": 0.04918,
          "of": 130
        },
        "criticalsLow": {
          "value": 0,
          "low": 0,
          "high": 0.100032,
          "of": 35
        },
        "overFlagged": {
          "value": 0.071429,
          "low": 0.015873,
          "high": 0.138462,
          "of": 70
        },
        "riskRight": {
          "value": 0.917857,
          "low": 0.888489,
          "high": 0.946619,
          "of": 280
        },
        "calibrationError": {
          "value": 0.023604,
          "low": 0.015524,
          "high": 0.054215,
          "of": 280
        },
        "needsReview": {
          "value": 0.192857,
          "low": 0.13806,
          "high": 0.257951,
          "of": 280
        },
        "missesReviewed": {
          "value": 0.5,
          "low": 0.25,
          "high": 0.733333,
          "of": 16
        }
      }
    },
    {
      "title": "random",
      "tools": 113,
      "figures": {
        "macroF1": {
          "value": 0.917702,
          "low": 0.796784,
          "high": 1,
          "of": 101
        },
        "macroF1Lenient": {
          "value": 0.938447,
          "low": 0.846637,
          "high": 1,
          "of": 113
        },
        "right": {
          "value": 0.982301,
          "low": 0.954955,
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
          "value": 0,
          "low": 0,
          "high": 0.045621,
          "of": 79
        },
        "riskRight": {
          "value": 0.973451,
          "low": 0.941176,
          "high": 1,
          "of": 113
        },
        "calibrationError": {
          "value": 0.034443,
          "low": 0.017982,
          "high": 0.059371,
          "of": 113
        },
        "needsReview": {
          "value": 0.044248,
          "low": 0.009346,
          "high": 0.080357,
          "of": 113
        },
        "missesReviewed": {
          "value": 1,
          "low": 0.158114,
          "high": 1,
          "of": 2
        }
      }
    }
  ],
  "ablation": [
    {
      "title": "name only",
      "figures": {
        "macroF1": {
          "value": 0.885995,
          "low": 0.83661,
          "high": 0.927947,
          "of": 326
        },
        "macroF1Lenient": {
          "value": 0.877051,
          "low": 0.826982,
          "high": 0.923715,
          "of": 393
        },
        "right": {
          "value": 0.867684,
          "low": 0.823691,
          "high": 0.908676,
          "of": 393
        },
        "underRanked": {
          "value": 0.112676,
          "low": 0.047945,
          "high": 0.177419,
          "of": 142
        },
        "criticalsLow": {
          "value": 0.135135,
          "low": 0.032258,
          "high": 0.25,
          "of": 37
        },
        "overFlagged": {
          "value": 0.073826,
          "low": 0.03268,
          "high": 0.121429,
          "of": 149
        },
        "riskRight": {
          "value": 0.852417,
          "low": 0.816038,
          "high": 0.887052,
          "of": 393
        },
        "calibrationError": {
          "value": 0.042284,
          "low": 0.018452,
          "high": 0.072794,
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
          "low": 0.931518,
          "high": 1,
          "of": 52
        }
      }
    },
    {
      "title": "+ description",
      "figures": {
        "macroF1": {
          "value": 0.930711,
          "low": 0.900863,
          "high": 0.959339,
          "of": 326
        },
        "macroF1Lenient": {
          "value": 0.929859,
          "low": 0.896763,
          "high": 0.960979,
          "of": 393
        },
        "right": {
          "value": 0.933842,
          "low": 0.905192,
          "high": 0.96034,
          "of": 393
        },
        "underRanked": {
          "value": 0.06338,
          "low": 0.016807,
          "high": 0.106742,
          "of": 142
        },
        "criticalsLow": {
          "value": 0.081081,
          "low": 0,
          "high": 0.162791,
          "of": 37
        },
        "overFlagged": {
          "value": 0.053691,
          "low": 0.014815,
          "high": 0.094937,
          "of": 149
        },
        "riskRight": {
          "value": 0.913486,
          "low": 0.885033,
          "high": 0.940415,
          "of": 393
        },
        "calibrationError": {
          "value": 0.031168,
          "low": 0.012929,
          "high": 0.055636,
          "of": 393
        },
        "needsReview": {
          "value": 0.114504,
          "low": 0.083333,
          "high": 0.150259,
          "of": 393
        },
        "missesReviewed": {
          "value": 0.461538,
          "low": 0.263158,
          "high": 0.617647,
          "of": 26
        }
      }
    },
    {
      "title": "+ schema",
      "figures": {
        "macroF1": {
          "value": 0.940691,
          "low": 0.909707,
          "high": 0.968118,
          "of": 326
        },
        "macroF1Lenient": {
          "value": 0.94382,
          "low": 0.918545,
          "high": 0.965529,
          "of": 393
        },
        "right": {
          "value": 0.949109,
          "low": 0.927813,
          "high": 0.968153,
          "of": 393
        },
        "underRanked": {
          "value": 0.021127,
          "low": 0,
          "high": 0.044586,
          "of": 142
        },
        "criticalsLow": {
          "value": 0,
          "low": 0,
          "high": 0.094891,
          "of": 37
        },
        "overFlagged": {
          "value": 0.04698,
          "low": 0.012821,
          "high": 0.087248,
          "of": 149
        },
        "riskRight": {
          "value": 0.931298,
          "low": 0.90676,
          "high": 0.955814,
          "of": 393
        },
        "calibrationError": {
          "value": 0.024413,
          "low": 0.015311,
          "high": 0.049511,
          "of": 393
        },
        "needsReview": {
          "value": 0.142494,
          "low": 0.102871,
          "high": 0.188053,
          "of": 393
        },
        "missesReviewed": {
          "value": 0.5,
          "low": 0.294118,
          "high": 0.714286,
          "of": 20
        }
      }
    },
    {
      "title": "+ annotations",
      "figures": {
        "macroF1": {
          "value": 0.945818,
          "low": 0.915198,
          "high": 0.972051,
          "of": 326
        },
        "macroF1Lenient": {
          "value": 0.948188,
          "low": 0.922585,
          "high": 0.969938,
          "of": 393
        },
        "right": {
          "value": 0.954198,
          "low": 0.933754,
          "high": 0.972393,
          "of": 393
        },
        "underRanked": {
          "value": 0.021127,
          "low": 0,
          "high": 0.044586,
          "of": 142
        },
        "criticalsLow": {
          "value": 0,
          "low": 0,
          "high": 0.094891,
          "of": 37
        },
        "overFlagged": {
          "value": 0.033557,
          "low": 0.007463,
          "high": 0.068966,
          "of": 149
        },
        "riskRight": {
          "value": 0.933842,
          "low": 0.909739,
          "high": 0.957865,
          "of": 393
        },
        "calibrationError": {
          "value": 0.017901,
          "low": 0.012335,
          "high": 0.043507,
          "of": 393
        },
        "needsReview": {
          "value": 0.150127,
          "low": 0.110276,
          "high": 0.195592,
          "of": 393
        },
        "missesReviewed": {
          "value": 0.555556,
          "low": 0.333333,
          "high": 0.785714,
          "of": 18
        }
      }
    },
    {
      "title": "all but description",
      "figures": {
        "macroF1": {
          "value": 0.911125,
          "low": 0.872124,
          "high": 0.944108,
          "of": 326
        },
        "macroF1Lenient": {
          "value": 0.917028,
          "low": 0.88264,
          "high": 0.943568,
          "of": 393
        },
        "right": {
          "value": 0.910941,
          "low": 0.880682,
          "high": 0.938824,
          "of": 393
        },
        "underRanked": {
          "value": 0.049296,
          "low": 0.016129,
          "high": 0.083799,
          "of": 142
        },
        "criticalsLow": {
          "value": 0.054054,
          "low": 0,
          "high": 0.138889,
          "of": 37
        },
        "overFlagged": {
          "value": 0.073826,
          "low": 0.033058,
          "high": 0.123188,
          "of": 149
        },
        "riskRight": {
          "value": 0.895674,
          "low": 0.862903,
          "high": 0.926829,
          "of": 393
        },
        "calibrationError": {
          "value": 0.021767,
          "low": 0.012789,
          "high": 0.050341,
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
          "low": 0.899968,
          "high": 1,
          "of": 35
        }
      }
    },
    {
      "title": "all but schema",
      "figures": {
        "macroF1": {
          "value": 0.935797,
          "low": 0.905569,
          "high": 0.963789,
          "of": 326
        },
        "macroF1Lenient": {
          "value": 0.934152,
          "low": 0.90084,
          "high": 0.964724,
          "of": 393
        },
        "right": {
          "value": 0.938931,
          "low": 0.910615,
          "high": 0.963255,
          "of": 393
        },
        "underRanked": {
          "value": 0.06338,
          "low": 0.016807,
          "high": 0.106742,
          "of": 142
        },
        "criticalsLow": {
          "value": 0.081081,
          "low": 0,
          "high": 0.162791,
          "of": 37
        },
        "overFlagged": {
          "value": 0.040268,
          "low": 0.011976,
          "high": 0.077519,
          "of": 149
        },
        "riskRight": {
          "value": 0.916031,
          "low": 0.887052,
          "high": 0.943548,
          "of": 393
        },
        "calibrationError": {
          "value": 0.031659,
          "low": 0.014173,
          "high": 0.055403,
          "of": 393
        },
        "needsReview": {
          "value": 0.124682,
          "low": 0.090278,
          "high": 0.161125,
          "of": 393
        },
        "missesReviewed": {
          "value": 0.458333,
          "low": 0.25,
          "high": 0.625,
          "of": 24
        }
      }
    }
  ]
};
