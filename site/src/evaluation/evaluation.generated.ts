// Made by `npm run generate` from data/evaluation/dev.json. Do not edit.
import type { Evaluation } from '../../../schema/evaluation.ts';

export const evaluation: Evaluation = {
  "date": "2026-11-21",
  "about": "labelled by hand, none of them trained on",
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
      "value": 0.94587,
      "low": 0.919944,
      "high": 0.96802,
      "of": 393
    },
    "right": {
      "value": 0.951654,
      "low": 0.931398,
      "high": 0.970852,
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
      "value": 0.938931,
      "low": 0.916667,
      "high": 0.961735,
      "of": 393
    },
    "calibrationError": {
      "value": 0.021347,
      "low": 0.01519,
      "high": 0.046943,
      "of": 393
    },
    "needsReview": {
      "value": 0.150127,
      "low": 0.112108,
      "high": 0.192926,
      "of": 393
    },
    "missesReviewed": {
      "value": 0.631579,
      "low": 0.423077,
      "high": 0.842105,
      "of": 19
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
      "meanConfidence": 0.1971,
      "accuracy": 1
    },
    {
      "from": 0.3,
      "to": 0.4,
      "rows": 1,
      "meanConfidence": 0.3433,
      "accuracy": 0
    },
    {
      "from": 0.4,
      "to": 0.5,
      "rows": 1,
      "meanConfidence": 0.4182,
      "accuracy": 1
    },
    {
      "from": 0.5,
      "to": 0.6,
      "rows": 1,
      "meanConfidence": 0.5731,
      "accuracy": 0
    },
    {
      "from": 0.6,
      "to": 0.7,
      "rows": 7,
      "meanConfidence": 0.688486,
      "accuracy": 0.571429
    },
    {
      "from": 0.7,
      "to": 0.8,
      "rows": 22,
      "meanConfidence": 0.750118,
      "accuracy": 0.727273
    },
    {
      "from": 0.8,
      "to": 0.9,
      "rows": 29,
      "meanConfidence": 0.8584,
      "accuracy": 0.862069
    },
    {
      "from": 0.9,
      "to": 1,
      "rows": 328,
      "meanConfidence": 0.981983,
      "accuracy": 0.990854
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
          "value": 0.958351,
          "low": 0.934263,
          "high": 0.981558,
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
          "value": 0.952727,
          "low": 0.92963,
          "high": 0.973094,
          "of": 275
        },
        "calibrationError": {
          "value": 0.024791,
          "low": 0.018296,
          "high": 0.048142,
          "of": 275
        },
        "needsReview": {
          "value": 0.076364,
          "low": 0.042146,
          "high": 0.108225,
          "of": 275
        },
        "missesReviewed": {
          "value": 0.7,
          "low": 0.428571,
          "high": 1,
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
          "value": 0.029014,
          "low": 0.007348,
          "high": 0.089537,
          "of": 29
        },
        "needsReview": {
          "value": 0.068966,
          "low": 0,
          "high": 0.192308,
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
          "value": 0.890491,
          "low": 0.310078,
          "high": 1,
          "of": 29
        },
        "right": {
          "value": 0.896552,
          "low": 0.766667,
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
          "value": 0.084717,
          "low": 0.017111,
          "high": 0.184469,
          "of": 29
        },
        "needsReview": {
          "value": 0.068966,
          "low": 0,
          "high": 0.171429,
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
          "value": 0.112541,
          "low": 0.048097,
          "high": 0.258559,
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
          "value": 0.060528,
          "low": 0.0374,
          "high": 0.095033,
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
          "value": 0.218625,
          "low": 0.056937,
          "high": 0.4877,
          "of": 8
        },
        "needsReview": {
          "value": 0.375,
          "low": 0.1,
          "high": 0.75,
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
          "value": 0.194886,
          "low": 0.040233,
          "high": 0.310875,
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
          "value": 0.939369,
          "low": 0.908321,
          "high": 0.964338,
          "of": 280
        },
        "right": {
          "value": 0.939286,
          "low": 0.911111,
          "high": 0.964567,
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
          "value": 0.925,
          "low": 0.896947,
          "high": 0.952727,
          "of": 280
        },
        "calibrationError": {
          "value": 0.02277,
          "low": 0.015866,
          "high": 0.054161,
          "of": 280
        },
        "needsReview": {
          "value": 0.189286,
          "low": 0.136808,
          "high": 0.247012,
          "of": 280
        },
        "missesReviewed": {
          "value": 0.588235,
          "low": 0.357143,
          "high": 0.818182,
          "of": 17
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
          "value": 0.030347,
          "low": 0.018252,
          "high": 0.0573,
          "of": 113
        },
        "needsReview": {
          "value": 0.053097,
          "low": 0.017241,
          "high": 0.094017,
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
          "value": 0.889173,
          "low": 0.839365,
          "high": 0.9315,
          "of": 326
        },
        "macroF1Lenient": {
          "value": 0.878941,
          "low": 0.827467,
          "high": 0.926359,
          "of": 393
        },
        "right": {
          "value": 0.870229,
          "low": 0.826733,
          "high": 0.912145,
          "of": 393
        },
        "underRanked": {
          "value": 0.112676,
          "low": 0.046154,
          "high": 0.18,
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
          "value": 0.854962,
          "low": 0.819121,
          "high": 0.888601,
          "of": 393
        },
        "calibrationError": {
          "value": 0.046215,
          "low": 0.021516,
          "high": 0.077613,
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
          "low": 0.930223,
          "high": 1,
          "of": 51
        }
      }
    },
    {
      "title": "+ description",
      "figures": {
        "macroF1": {
          "value": 0.934559,
          "low": 0.906891,
          "high": 0.963212,
          "of": 326
        },
        "macroF1Lenient": {
          "value": 0.937342,
          "low": 0.904582,
          "high": 0.968101,
          "of": 393
        },
        "right": {
          "value": 0.94402,
          "low": 0.916865,
          "high": 0.968839,
          "of": 393
        },
        "underRanked": {
          "value": 0.056338,
          "low": 0.009174,
          "high": 0.108844,
          "of": 142
        },
        "criticalsLow": {
          "value": 0.081081,
          "low": 0,
          "high": 0.162791,
          "of": 37
        },
        "overFlagged": {
          "value": 0.04698,
          "low": 0.014493,
          "high": 0.083916,
          "of": 149
        },
        "riskRight": {
          "value": 0.918575,
          "low": 0.891026,
          "high": 0.946237,
          "of": 393
        },
        "calibrationError": {
          "value": 0.01624,
          "low": 0.007791,
          "high": 0.040937,
          "of": 393
        },
        "needsReview": {
          "value": 0.129771,
          "low": 0.094891,
          "high": 0.167488,
          "of": 393
        },
        "missesReviewed": {
          "value": 0.454545,
          "low": 0.230769,
          "high": 0.619048,
          "of": 22
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
          "value": 0.941487,
          "low": 0.91551,
          "high": 0.963537,
          "of": 393
        },
        "right": {
          "value": 0.946565,
          "low": 0.924433,
          "high": 0.96577,
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
          "value": 0.938931,
          "low": 0.916667,
          "high": 0.962162,
          "of": 393
        },
        "calibrationError": {
          "value": 0.019627,
          "low": 0.014423,
          "high": 0.047034,
          "of": 393
        },
        "needsReview": {
          "value": 0.147583,
          "low": 0.110403,
          "high": 0.188679,
          "of": 393
        },
        "missesReviewed": {
          "value": 0.571429,
          "low": 0.37037,
          "high": 0.769231,
          "of": 21
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
          "value": 0.94587,
          "low": 0.919944,
          "high": 0.96802,
          "of": 393
        },
        "right": {
          "value": 0.951654,
          "low": 0.931398,
          "high": 0.970852,
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
          "value": 0.938931,
          "low": 0.916667,
          "high": 0.961735,
          "of": 393
        },
        "calibrationError": {
          "value": 0.021347,
          "low": 0.01519,
          "high": 0.046943,
          "of": 393
        },
        "needsReview": {
          "value": 0.150127,
          "low": 0.112108,
          "high": 0.192926,
          "of": 393
        },
        "missesReviewed": {
          "value": 0.631579,
          "low": 0.423077,
          "high": 0.842105,
          "of": 19
        }
      }
    },
    {
      "title": "all but description",
      "figures": {
        "macroF1": {
          "value": 0.912091,
          "low": 0.871591,
          "high": 0.945903,
          "of": 326
        },
        "macroF1Lenient": {
          "value": 0.919716,
          "low": 0.884705,
          "high": 0.945838,
          "of": 393
        },
        "right": {
          "value": 0.916031,
          "low": 0.884131,
          "high": 0.942492,
          "of": 393
        },
        "underRanked": {
          "value": 0.042254,
          "low": 0.014925,
          "high": 0.072368,
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
          "value": 0.903308,
          "low": 0.871875,
          "high": 0.932468,
          "of": 393
        },
        "calibrationError": {
          "value": 0.018445,
          "low": 0.012849,
          "high": 0.051206,
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
          "low": 0.894237,
          "high": 1,
          "of": 33
        }
      }
    },
    {
      "title": "all but schema",
      "figures": {
        "macroF1": {
          "value": 0.939636,
          "low": 0.912211,
          "high": 0.968026,
          "of": 326
        },
        "macroF1Lenient": {
          "value": 0.941678,
          "low": 0.909751,
          "high": 0.972517,
          "of": 393
        },
        "right": {
          "value": 0.949109,
          "low": 0.921833,
          "high": 0.973684,
          "of": 393
        },
        "underRanked": {
          "value": 0.056338,
          "low": 0.009174,
          "high": 0.108844,
          "of": 142
        },
        "criticalsLow": {
          "value": 0.081081,
          "low": 0,
          "high": 0.162791,
          "of": 37
        },
        "overFlagged": {
          "value": 0.033557,
          "low": 0.007042,
          "high": 0.067164,
          "of": 149
        },
        "riskRight": {
          "value": 0.918575,
          "low": 0.890869,
          "high": 0.946629,
          "of": 393
        },
        "calibrationError": {
          "value": 0.018015,
          "low": 0.008899,
          "high": 0.040915,
          "of": 393
        },
        "needsReview": {
          "value": 0.127226,
          "low": 0.093583,
          "high": 0.165072,
          "of": 393
        },
        "missesReviewed": {
          "value": 0.45,
          "low": 0.2,
          "high": 0.625,
          "of": 20
        }
      }
    }
  ]
};
